// SPDX-License-Identifier: Apache-2.0
#include "generate/activity.hpp"
#include "generate/narratives.hpp"

#include <algorithm>
#include <array>

namespace kept::bench {
namespace {

constexpr std::array<std::string_view, 4> k_indicators = {
    "Births attended by skilled staff", "Girls who finish the school year",
    "Children under five who are fully immunised", "Women who received counselling"};

void add_document(Text& text, const Programme& programme) {
  text.add("    <document-link url=\"https://example.org/documents/", programme.number,
           ".pdf\" format=\"application/pdf\">\n      <title>\n        <narrative>Illustrative report ",
           programme.number,
           "</narrative>\n      </title>\n      <category code=\"A02\"/>\n      <language code=\"en\"/>\n"
           "      <document-date iso-date=\"",
           iso_date(programme.last_paid), "\"/>\n    </document-link>\n");
}

void add_measured(Text& text, std::string_view element, int value, std::string_view sex) {
  text.add("          <", element, " value=\"", value, "\">\n            <dimension name=\"sex\" value=\"",
           sex, "\"/>\n          </", element, ">\n");
}

void add_indicator(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  Random& random = draft.random;
  const int baseline = random.between(10, 2'000);
  text.add("      <indicator measure=\"1\" ascending=\"1\">\n        <title>\n          <narrative>",
           random.pick(k_indicators), "</narrative>\n        </title>\n        <baseline year=\"",
           year_of(programme.start), "\" value=\"", baseline, "\"/>\n");
  const int periods = random.between(1, 3);
  for (int period = 0; period < periods; ++period) {
    const Day start = std::min(programme.start + 365 * period, k_last_planned - 364);
    text.add("        <period>\n          <period-start iso-date=\"", iso_date(start),
             "\"/>\n          <period-end iso-date=\"", iso_date(start + 364), "\"/>\n");
    const int target = baseline + random.between(10, 500) * (period + 1);
    add_measured(text, "target", target, "female");
    add_measured(text, "actual", target - random.between(-50, 200), "female");
    if (random.chance(500))
      add_measured(text, "actual", random.between(10, 2'000), "male");
    text.add("        </period>\n");
  }
  text.add("      </indicator>\n");
}

} // namespace

void add_results(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  Random& random = draft.random;
  if (random.chance(500))
    add_document(text, programme);
  if (!draft.of_provider) {
    text.add("    <related-activity type=\"1\" ref=\"");
    add_identifier(text, programme, true);
    text.add("\"/>\n");
  }
  for (int i = random.between(0, 2); i > 0; --i) {
    text.add("    <result type=\"", random.between(1, 2),
             "\" aggregation-status=\"1\">\n      <title>\n        <narrative>Illustrative result: ",
             k_topic_names[0][programme.topic], "</narrative>\n      </title>\n");
    for (int indicator = random.between(1, 2); indicator > 0; --indicator)
      add_indicator(text, draft);
    text.add("    </result>\n");
  }
}

} // namespace kept::bench
