#include "corpus/writers/html.h"

#include <utility>
#include <vector>

#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "corpus/writers/report_assets.h"

namespace rapport::corpus {

std::string summary_html(const Summary& summary) {
  TableIds ids;
  const std::pair<std::string_view, Html> all[] = {
      {"scores", scores_section(summary.all, ids)},
      {"verdicts", verdicts_section(summary.all, ids)},
      {"families", families_section(summary.all, ids)},
      {"groups", groups_section(summary, ids)},
      {"templates", summary.templates ? templates_section(*summary.templates, ids) : Html()},
      {"frequency", how_often_section(summary.frequency, ids)},
      {"outcomes", outcomes_section(summary.outcomes, ids)},
      {"edits", edits_section(summary, ids)},
      {"best", examples_section(summary.best)},
      {"worst", examples_section(summary.worst)},
      {"records", records_section(summary, ids)},
  };
  Html links, sections;
  for (const auto& [id, body] : all) {
    if (body.empty()) continue;
    const Html title = fill("title." + std::string(id), {{"column", summary.by.column}});
    links += fill("link", {{"id", id}, {"title", title}}) + Html::markup("\n");
    sections += fill("section", {{"id", id}, {"title", title}, {"body", body}}) + Html::markup("\n");
  }
  const Html page = fill("page", {{"style_hash", Html::markup(std::string(report_style_hash()))},
                                  {"script_hash", Html::markup(std::string(report_script_hash()))},
                                  {"style", Html::markup(std::string(report_style()))},
                                  {"script", Html::markup(std::string(report_script()))},
                                  {"version", summary.version},
                                  {"lexicon", summary.lexicon},
                                  {"masked", summary.anonymous ? fill("masked") : Html()},
                                  {"messages", counted("messages", summary.records)},
                                  {"tiles", tiles(summary)},
                                  {"links", links},
                                  {"sections", sections}});
  return page.str() + "\n";
}

}  // namespace rapport::corpus
