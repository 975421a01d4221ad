// The options that give a context's facts, one a fact.
#include <array>

#include "cli/options.h"

namespace rapport::cli {
namespace {

constexpr std::uint32_t kUsers = in(Command::kScore) | in(Command::kRewrite) | in(Command::kBatch);
constexpr std::string_view kSeniority = "student|junior|mid|senior|director|executive";
constexpr std::string_view kIntent =
    "advice|job|hire|sell|partner|research|invest|press|contact";

constexpr OptionInfo fact(std::string_view name, std::string_view value, std::string_view summary) {
  return {kUsers, name, '\0', ValueKind::kText, value, "", "", false, false, summary, kFacts};
}
constexpr OptionInfo list(std::string_view name, std::string_view value, std::string_view summary) {
  return {kUsers, name, '\0', ValueKind::kText, value, "", "", true, false, summary, kFacts};
}
constexpr OptionInfo choice(std::string_view name, std::string_view value, std::string_view choices,
                            std::string_view summary) {
  return {kUsers, name, '\0', ValueKind::kChoice, value, choices, "", false, false, summary, kFacts};
}

constexpr std::array kOptions = {
    OptionInfo{kUsers, "context", '\0', ValueKind::kFile, "FILE", "", "", false, true,
               "read facts from a TOML file, 'to_name = \"Ana\"' for --to-name Ana", kFacts},
    fact("to-name", "NAME", "the reader's name"),
    fact("to-role", "ROLE", "the reader's role"),
    fact("to-company", "COMPANY", "where the reader works"),
    fact("to-place", "PLACE", "where the reader lives"),
    choice("to-seniority", "LEVEL", kSeniority, "the reader's career level"),
    choice("to-public-figure", "YES", "yes|no", "whether strangers know the reader"),
    list("to-groups", "GROUP", "a group the reader is in; repeatable"),
    list("to-schools", "SCHOOL", "a school the reader went to; repeatable"),
    list("to-employers", "COMPANY", "where the reader worked before; repeatable"),
    list("their-work", "WORK", "what the reader made or said, as in 'your WORK'; repeatable"),
    fact("from-name", "NAME", "the sender's name"),
    fact("from-role", "ROLE", "the sender's role"),
    fact("from-company", "COMPANY", "where the sender works"),
    fact("from-place", "PLACE", "where the sender lives"),
    choice("from-seniority", "LEVEL", kSeniority, "the sender's career level"),
    list("from-groups", "GROUP", "a group the sender is in; repeatable"),
    list("from-schools", "SCHOOL", "a school the sender went to; repeatable"),
    list("from-employers", "COMPANY", "where the sender worked before; repeatable"),
    fact("met-at", "WHERE", "where the two met, or none"),
    fact("took-part-in", "WHAT", "a group or discussion that both took part in, or none"),
    fact("referred-by", "NAME", "who named the reader to the sender, or none"),
    fact("business", "WHAT", "what the two did together, or none"),
    fact("applied-for", "POST", "the post applied for at the reader's company, or none"),
    list("shared", "WHAT", "anything else that both have; repeatable"),
    list("mutual", "NAME", "a connection of both, or none; repeatable"),
    fact("previous-requests", "N", "how many requests went to this reader before"),
    fact("last-request", "DATE", "when the latest of them was sent, as YYYY-MM-DD"),
    choice("last-answer", "ANSWER", "none|yes|no", "what became of it"),
    fact("today", "DATE", "the day of sending, as YYYY-MM-DD, for dates in the plan"),
    choice("intent", "INTENT", kIntent, "what the draft is for"),
    fact("offer", "WHAT", "what the sender can give"),
};

}  // namespace

std::span<const OptionInfo> fact_options() { return kOptions; }

}  // namespace rapport::cli
