// SPDX-License-Identifier: Apache-2.0
#include "generate/activity.hpp"
#include "generate/codes.hpp"
#include "generate/narratives.hpp"

#include <algorithm>

namespace kept::bench {
namespace {

/// English always, each other language in `permille` of the activities.
void add_titles(Text& text, ActivityDraft& draft) {
  text.add("    <title>\n");
  for (std::size_t language = 0; language < k_languages; ++language)
    if (language == 0 || draft.random.chance(200)) {
      text.add("      <narrative");
      if (language != 0)
        text.add(" xml:lang=\"", k_language_codes[language], "\"");
      text.add(">", k_generated[language], ": ", k_topic_names[language][draft.programme.topic], " ",
               draft.programme.number, "</narrative>\n");
    }
  text.add("    </title>\n");
}

void add_narrative(Text& text, ActivityDraft& draft, std::size_t language, int sentences) {
  text.add("      <narrative");
  if (language != 0)
    text.add(" xml:lang=\"", k_language_codes[language], "\"");
  text.add(">");
  for (int i = 0; i < sentences; ++i)
    text.add(draft.random.pick(k_sentence_texts[language]));
  text.add("</narrative>\n");
}

void add_descriptions(Text& text, ActivityDraft& draft) {
  const int types = draft.random.between(1, 2);
  for (int type = 1; type <= types; ++type) {
    text.add("    <description type=\"", type, "\">\n");
    add_narrative(text, draft, 0, draft.random.between(2, 4));
    for (std::size_t language = 1; language < k_languages; ++language)
      if (draft.random.chance(150))
        add_narrative(text, draft, language, draft.random.between(1, 4));
    text.add("    </description>\n");
  }
}

void add_participant(Text& text, OrganisationNumber organisation, int role) {
  text.add("    <participating-org ref=\"");
  add_reference(text, organisation);
  text.add("\" type=\"", type_of(organisation), "\" role=\"", role, "\">\n      <narrative>");
  add_name(text, organisation);
  text.add("</narrative>\n    </participating-org>\n");
}

void add_participants(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  add_participant(text, programme.provider, 1);
  add_participant(text, reporter_of(programme, draft.of_provider), 2);
  add_participant(text, programme.receiver, 4);
  for (int i = draft.random.between(0, 2); i > 0; --i) {
    text.add("    <participating-org type=\"22\" role=\"4\">\n      <narrative>");
    add_local_name(text, draft.random);
    text.add("</narrative>\n    </participating-org>\n");
  }
}

void add_dates(Text& text, const Programme& programme) {
  const auto add = [&text](int type, Day day) {
    text.add("    <activity-date type=\"", type, "\" iso-date=\"", iso_date(day), "\"/>\n");
  };
  text.add("    <activity-status code=\"", programme.end <= k_last_day ? 4 : 2, "\"/>\n");
  add(1, programme.start);
  add(2, programme.start);
  add(3, programme.end);
  if (programme.end <= k_last_day)
    add(4, programme.end);
}

void add_contact(Text& text, OrganisationNumber organisation) {
  text.add("    <contact-info type=\"1\">\n      <organisation>\n        <narrative>");
  add_name(text, organisation);
  text.add("</narrative>\n      </organisation>\n      <email>office-", organisation,
           "@example.org</email>\n      <website>https://example.org/", organisation,
           "</website>\n    </contact-info>\n");
}

template <typename Shares>
void add_shares(Text& text, std::string_view element, std::string_view vocabulary, const Shares& shares,
                std::int64_t too_much) {
  for (const CodeShare& share : shares) {
    text.add("    <", element, vocabulary, " code=\"", share.code, "\"");
    if (share.percentage != 10'000 || too_much != 0)
      text.add(" percentage=\"", Hundredths{share.percentage + too_much}, "\"");
    text.add("/>\n");
  }
}

void add_location(Text& text, Random& random) {
  const std::uint32_t town = random.below(10'000);
  const Hundredths latitude{random.between(-3'000, 3'000)};
  const Hundredths longitude{random.between(-9'000, 9'000)};
  text.add("    <location>\n      <location-reach code=\"1\"/>\n      <name>\n        "
           "<narrative>Illustrative town ",
           town,
           "</narrative>\n      </name>\n"
           "      <point srsName=\"http://www.opengis.net/def/crs/EPSG/0/4326\">\n        <pos>",
           latitude, " ", longitude,
           "</pos>\n      </point>\n      <exactness code=\"2\"/>\n      <location-class code=\"2\"/>\n"
           "      <feature-designation code=\"PPL\"/>\n    </location>\n");
}

void add_places(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  if (!programme.places_in_transactions) {
    const std::int64_t too_much = draft.defect == Defect::percentages_off ? 2'500 : 0;
    add_shares(text, "recipient-country", "", programme.countries, too_much);
    add_shares(text, "recipient-region", " vocabulary=\"1\"", programme.regions, too_much);
  }
  for (int i = draft.random.between(0, 2); i > 0; --i)
    add_location(text, draft.random);
}

/// Vocabulary 1, and the same by their first three digits in vocabulary 2.
void add_sectors(Text& text, const Programme& programme) {
  if (programme.sectors_in_transactions)
    return;
  add_shares(text, "sector", " vocabulary=\"1\"", programme.sectors, 0);
  Few<CodeShare, 5> groups;
  for (const CodeShare& sector : programme.sectors)
    groups.push({sector.code.substr(0, 3), sector.percentage});
  add_shares(text, "sector", " vocabulary=\"2\"", groups, 0);
}

void add_markers(Text& text, ActivityDraft& draft) {
  for (int i = draft.random.between(0, 2); i > 0; --i)
    text.add("    <tag vocabulary=\"2\" code=\"", draft.random.between(1, 17), "\"/>\n");
  for (const std::string_view marker : k_markers)
    if (draft.random.chance(marker == "1" ? 850 : 350))
      text.add("    <policy-marker vocabulary=\"1\" code=\"", marker, "\" significance=\"",
               draft.random.between(0, 2), "\"/>\n");
}

void add_defaults(Text& text, Random& random) {
  const std::string_view finance_type = random.pick(k_finance_types);
  const std::string_view aid_type = random.pick(k_aid_types);
  const std::string_view tied_status = random.pick(k_tied_statuses);
  text.add("    <collaboration-type code=\"1\"/>\n    <default-flow-type code=\"10\"/>\n"
           "    <default-finance-type code=\"",
           finance_type, "\"/>\n    <default-aid-type code=\"", aid_type,
           "\"/>\n    <default-tied-status code=\"", tied_status, "\"/>\n");
}

void add_budgets(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  const auto add_period = [&](std::string_view element, int type, Day start) {
    text.add("    <", element, " type=\"", type, "\">\n      <period-start iso-date=\"", iso_date(start),
             "\"/>\n      <period-end iso-date=\"", iso_date(std::min(start + 364, k_last_planned)),
             "\"/>\n      <value value-date=\"", iso_date(start), "\">",
             Hundredths{make_amount(draft.random)}, "</value>\n    </", element, ">\n");
  };
  const int years = draft.random.between(1, 3);
  for (int year = 0; year < years; ++year)
    add_period("budget", draft.random.chance(100) ? 2 : 1, programme.start + 365 * year);
  if (draft.of_provider && draft.random.chance(400))
    add_period("planned-disbursement", 1, programme.start);
}

} // namespace

void add_description(Text& text, ActivityDraft& draft) {
  const Programme& programme = draft.programme;
  const OrganisationNumber reporter = reporter_of(programme, draft.of_provider);
  text.add("  <iati-activity");
  if (draft.defect != Defect::no_currency)
    text.add(" default-currency=\"", programme.currency, "\"");
  text.add(" last-updated-datetime=\"", iso_date(k_last_day), "T08:00:00Z\" xml:lang=\"en\" hierarchy=\"1\"",
           draft.random.chance(150) ? " humanitarian=\"1\"" : "", ">\n    <iati-identifier>");
  if (draft.defect == Defect::repeated_identifier) {
    add_reference(text, reporter);
    text.add("-REPEATED");
  } else {
    add_identifier(text, programme, draft.of_provider);
  }
  text.add("</iati-identifier>\n    <reporting-org ref=\"");
  add_reference(text, reporter);
  text.add("\" type=\"", type_of(reporter), "\">\n      <narrative>");
  add_name(text, reporter);
  text.add("</narrative>\n    </reporting-org>\n");
  add_titles(text, draft);
  add_descriptions(text, draft);
  add_participants(text, draft);
  text.add("    <other-identifier ref=\"BENCH-", programme.number, "\" type=\"A9\"/>\n");
  add_dates(text, programme);
  add_contact(text, reporter);
  add_places(text, draft);
  add_sectors(text, programme);
  add_markers(text, draft);
  add_defaults(text, draft.random);
  add_budgets(text, draft);
}

} // namespace kept::bench
