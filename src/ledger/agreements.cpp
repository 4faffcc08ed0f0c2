// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_records.hpp"

namespace kept::ledger {

void read_agreement(const YamlNode& node, Draft& draft) {
  const Record record(node, keys::agreement, draft);
  Agreement agreement;
  agreement.id = record.define_id(IdKind::agreement);
  agreement.title = read_title(record, agreement.id);
  agreement.kind = record.word("kind", k_agreement_kinds).value_or("");
  const WrittenDate date = record.date("date");
  agreement.date = date.day;
  agreement.date_text = date.text;
  agreement.parties = record.mentions("parties", IdKind::party);
  agreement.source = read_document(record, "source");
  agreement.position = record.position();
  draft.framework.agreements.push_back(std::move(agreement));
}

} // namespace kept::ledger
