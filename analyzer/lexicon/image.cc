#include "analyzer/lexicon/image.h"

#include <cassert>
#include <cstdint>
#include <cstring>
#include <memory>
#include <type_traits>

#include "analyzer/lexicon/pack_nfa.h"

namespace rapport::lexicon {
namespace {

// One `fields` a struct serves both directions: writer and reader cannot drift
// apart. A field that is left out comes back empty and fails the round trip.
template <typename A> void fields(A& a, PlacedText& x) { a(x.text, x.line, x.column); }
template <typename A> void fields(A& a, Pattern& x) { a(x.written, x.expanded, x.line, x.column); }
template <typename A> void fields(A& a, SourceFile& x) { a(x.name, x.shown); }
template <typename A> void fields(A& a, Rule& x) {
  a(x.id, x.signal, x.any, x.except, x.shape, x.at_least, x.unless, x.require, x.zones, x.sentence, x.max,
    x.quality, x.priority, x.hits, x.passes, x.reason, x.source, x.evidence, x.file, x.line);
}
template <typename A> void fields(A& a, EditRule& x) {
  a(x.on, x.action, x.scope, x.replacements, x.note, x.line);
}
template <typename A> void fields(A& a, Wording& x) {
  a(x.move, x.formal, x.channels, x.texts, x.line);
}
template <typename A> void fields(A& a, RewriteWording& x) {
  a(x.leaning, x.joining, x.formal, x.determiners, x.pointing, x.noticing, x.again, x.asking, x.conditions, x.openers, x.theirs, x.ours, x.giving, x.yes_or_no, x.never, x.loud, x.mild,
    x.offers, x.extras, x.bearable, x.wordings);
}
template <typename A> void fields(A& a, Comparison& x) { a(x.name, x.below, x.number); }
template <typename A> void fields(A& a, AdviceRule& x) {
  a(x.code, x.verdict, x.reason, x.untold, x.any, x.none, x.channels, x.below, x.at_least, x.where,
    x.over_limit, x.kind, x.tiers, x.check, x.given, x.without, x.is, x.is_not, x.either, x.gap,
    x.requests, x.within_days, x.beside, x.when, x.days, x.most);
}
template <typename A> void fields(A& a, ClaimRule& x) {
  a(x.code, x.on, x.behind, x.beside, x.person, x.any, x.each, x.never, x.reason, x.reason_none);
}
template <typename A> void fields(A& a, Claims& x) { a(x.ignored, x.rules); }
template <typename A> void fields(A& a, ReadingFormula& x) {
  a(x.base, x.sentence, x.syllable, x.vowels, x.silent_endings);
}
template <typename A> void fields(A& a, FeatureWording& x) {
  a(x.hurts_low, x.hurts_high, x.helps);
}
template <typename A> void fields(A& a, text::LanguageData& x) {
  a(x.lang, x.greeting, x.closing, x.abbreviations, x.function_words, x.capital_words);
}
template <typename A> void fields(A& a, WordIndex::Need& x) { a(x.set, x.least, x.most); }
template <typename A> void fields(A& a, WordIndex::Apart& x) {
  a(x.start, x.tag, x.first_need, x.needs);
}
template <typename A> void fields(A& a, WordIndex& x) {
  a(x.words, x.first_word, x.set_words, x.needs, x.patterns);
}
template <typename A> void fields(A& a, Pack& x) {
  a(x.name, x.language, x.macros, x.negation_cues, x.negation_reach, x.reader_words,
    x.sender_words, x.reading, x.family_wording, x.feature_wording, x.shorten_note, x.rules,
    x.rule_index, x.edits, x.rewrite, x.advice, x.claims, x.nfa);
}
template <typename A> void fields(A& a, Subscore& x) {
  a(x.id, x.title, x.definition, x.base, x.scale);
}
template <typename A> void fields(A& a, Family& x) {
  a(x.id, x.positive, x.subscore, x.definition, x.move, x.cap);
}
template <typename A> void fields(A& a, SignalType& x) {
  a(x.id, x.family, x.definition, x.move, x.weight, x.prior, x.weight_file, x.weight_line, x.weight_column);
}
template <typename A> void fields(A& a, Reading& x) { a(x.signal, x.becomes, x.when_any); }
template <typename A> void fields(A& a, Precedence& x) { a(x.winners, x.losers); }
template <typename A> void fields(A& a, Taxonomy& x) {
  a(x.subscores, x.families, x.signals, x.readings, x.precedences);
}
template <typename A> void fields(A& a, Grade& x) { a(x.letter, x.cap); }
template <typename A> void fields(A& a, Finding& x) {
  a(x.id, x.grade, x.n, x.finding, x.source);
}
template <typename A> void fields(A& a, Evidence& x) { a(x.grades, x.findings); }
template <typename A> void fields(A& a, FeatureType& x) {
  a(x.id, x.weight, x.prior, x.subscore, x.evidence, x.curve);
}
template <typename A> void fields(A& a, Quality& x) { a(x.id, x.factor); }
template <typename A> void fields(A& a, Weights& x) {
  a(x.base, x.prior_base, x.decay, x.qualities, x.features, x.default_quality);
}
template <typename A> void fields(A& a, LengthLimit& x) { a(x.name, x.max, x.warn); }
template <typename A> void fields(A& a, Tier& x) { a(x.id, x.limits); }
template <typename A> void fields(A& a, Channel& x) {
  a(x.id, x.title, x.subject, x.tiers, x.length, x.evidence, x.limit_evidence);
}
template <typename A> void fields(A& a, LexiconData& x) {
  a(x.files, x.hash, x.taxonomy, x.evidence, x.weights, x.channels, x.packs);
}

class Writer {
 public:
  template <typename... T> void operator()(T&... values) { (put(values), ...); }
  Image out;

 private:
  // The states of all automata lie in blocks of their own, which are never copied.
  void put(std::shared_ptr<const Nfa>& nfa) {
    put_size(nfa->states());
    put_size(nfa->edges.size());
    out.first_edge.insert(out.first_edge.end(), nfa->first_edge.begin(), nfa->first_edge.end());
    out.edges.insert(out.edges.end(), nfa->edges.begin(), nfa->edges.end());
    put_size(nfa->sets.size());
    for (ByteSet set : nfa->sets) put(set);
    auto index = nfa->index;
    put(index);
    auto refused = nfa->refused;
    put(refused);
    for (std::uint8_t byte_class : nfa->byte_class) put(byte_class);
    put_size(nfa->classes);
  }
  void put(ByteSet& set) {
    for (std::size_t byte = 0; byte < set.size(); ++byte) put_flag(set[byte]);
  }
  void put_flag(bool flag) { out.bytes += static_cast<char>(flag); }
  template <typename T> void put(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      out.bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void put_size(std::size_t size) {
    auto small = static_cast<std::uint32_t>(size);
    put(small);
  }
  void put(std::string& value) {
    put_size(value.size());
    out.bytes += value;
  }
  template <typename T> void put(std::vector<T>& values) {
    put_size(values.size());
    for (T& value : values) put(value);
  }
  template <typename K, typename V> void put(std::pair<K, V>& pair) {
    put(pair.first);
    put(pair.second);
  }
  template <typename V> void put(std::map<std::string, V>& map) {
    put_size(map.size());
    for (auto& [key, value] : map) {
      std::string name = key;
      put(name);
      put(value);
    }
  }
};

class Reader {
 public:
  explicit Reader(const ImageView& image)
      : rest_(image.bytes), first_edge_(image.first_edge), edges_(image.edges) {}
  template <typename... T> void operator()(T&... values) { (get(values), ...); }
  bool at_end() const { return rest_.empty() && edges_.empty(); }

 private:
  void get(std::shared_ptr<const Nfa>& nfa) {
    auto out = std::make_shared<Nfa>();
    const std::size_t states = get_size();
    const std::size_t edges = get_size();
    out->first_edge = first_edge_.first(states + 1);
    first_edge_ = first_edge_.subspan(states + 1);
    out->edges = edges_.first(edges);
    edges_ = edges_.subspan(edges);
    out->sets.resize(get_size());
    for (ByteSet& set : out->sets) {
      const std::string_view flags = take(set.size());
      for (std::size_t byte = 0; byte < set.size(); ++byte) set[byte] = flags[byte] != 0;
    }
    get(out->index);
    get(out->refused);
    for (std::uint8_t& byte_class : out->byte_class) get(byte_class);
    out->classes = static_cast<std::uint32_t>(get_size());
    nfa = std::move(out);
  }
  std::string_view take(std::size_t size) {
    assert(size <= rest_.size());
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  template <typename T> void get(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      std::memcpy(&value, take(sizeof value).data(), sizeof value);
    } else {
      fields(*this, value);
    }
  }
  std::size_t get_size() {
    std::uint32_t size = 0;
    get(size);
    return size;
  }
  void get(std::string& value) { value = take(get_size()); }
  template <typename T> void get(std::vector<T>& values) {
    values.resize(get_size());
    for (T& value : values) get(value);
  }
  template <typename K, typename V> void get(std::pair<K, V>& pair) {
    get(pair.first);
    get(pair.second);
  }
  template <typename V> void get(std::map<std::string, V>& map) {
    for (std::size_t left = get_size(); left > 0; --left) {
      std::string key;
      get(key);
      get(map[key]);
    }
  }

  std::string_view rest_;
  std::span<const std::uint32_t> first_edge_;
  std::span<const NfaEdge> edges_;
};

}  // namespace

Image write_image(const LexiconData& data) {
  LexiconData copy = data;
  for (Pack& pack : copy.packs) {
    if (!pack.nfa) pack.nfa = make_nfa(pack);
  }
  Writer writer;
  fields(writer, copy);
  return std::move(writer.out);
}

LexiconData read_image(const ImageView& image) {
  LexiconData data;
  Reader reader(image);
  fields(reader, data);
  assert(reader.at_end());
  return data;
}

}  // namespace rapport::lexicon
