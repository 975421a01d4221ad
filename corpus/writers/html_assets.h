// The style and the script of the HTML report (corpus/writers/report), put into
// the program when it is built.
//
// Thread rule: constants.
#ifndef RAPPORT_CORPUS_WRITERS_HTML_ASSETS_H_
#define RAPPORT_CORPUS_WRITERS_HTML_ASSETS_H_

#include <string_view>

namespace rapport::corpus {

struct ReportAsset {
  std::string_view text;
  std::string_view hash;  // as a content security policy names it: "sha256-…"
};

extern const ReportAsset kReportStyle, kReportScript;

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_ASSETS_H_
