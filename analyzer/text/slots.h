// Slots: places in a draft that wait for a fact only its writer knows.
//
//   [Name]  [one thing from their post]     [[Name]]
//   {{first_name}}  {{{name}}}              ${name}
//   {company}  {Hi|Hello} (spin text)
//   %FIRSTNAME%  %%name%%
//   <<x>>  <Name>
// What looks like one and is none: a Markdown link or image, [1], [x] and [ ],
// "[T]he", HTML tags, addresses in <>, JSON, "100% sure, 20% less".
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_TEXT_SLOTS_H_
#define RAPPORT_ANALYZER_TEXT_SLOTS_H_

#include <cstddef>
#include <string_view>

namespace rapport::text {

// A slot has at most so many bytes between its marks.
inline constexpr std::size_t kLongestSlot = 120;

// The end of the slot that begins with the character at `at`; `at` itself if
// none does. Looks at no more than kLongestSlot bytes and a few.
// REQUIRES: at < text.size().
std::size_t slot_end(std::string_view text, std::size_t at);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_SLOTS_H_
