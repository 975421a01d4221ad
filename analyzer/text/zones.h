// Zones: subject, greeting, body, closing, signature, quoted reply.
//
// subject    a first line "Subject: ...", without that label
// greeting   at the start of the first line that is not quoted: one of the
//            language's openers up to and with the first , ! : . or dash, or to
//            the line's end, 60 bytes at most; or a line of one to four
//            capitalized words and a comma
// closing    one of the language's closing openers on a line of its own, or
//            with a name on the same line, or at the end of the last line
// signature  what follows the closing, six lines and 300 bytes at most, quoted
//            text aside; more than that is body, and the closing was none
// quoted     lines that start with '>'
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_TEXT_ZONES_H_
#define RAPPORT_ANALYZER_TEXT_ZONES_H_

#include <string_view>
#include <vector>

#include "analyzer/text/document.h"

namespace rapport::text {

// Sets `zones`; they cover the text without gaps, a label "Subject:" being part
// of the first. `tokens`: those of the text.
void make_zones(std::string_view text, const std::vector<Token>& tokens,
                const LanguageData& language, std::vector<Zone>& zones);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_ZONES_H_
