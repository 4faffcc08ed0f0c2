// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/observation.hpp"
#include "facts/reference.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace kept::read::statistics {

/// One dimension of a figure and its value, as published.
struct Dimension {
  std::string_view name, value;
};

/// What areas, indicators and units are called, looked up by any of their codes and names. May be used by
/// several threads at once.
class Vocabulary {
public:
  /// `reference` must outlive the vocabulary.
  explicit Vocabulary(const facts::Reference& reference);
  ~Vocabulary();

  struct Area {
    facts::AreaKind kind = facts::AreaKind::unknown;
    std::string_view code; ///< ISO 3166-1 alpha-3 of a country; of an aggregate its publisher's code
  };
  /// By ISO 3166-1 alpha-3, alpha-2 or numeric code (leading zeros or none), a publisher's own code, or a
  /// name or alias (folded), in this order. `unknown`, with an empty code, for everything else.
  Area area(std::string_view text) const;

  struct Match {
    const facts::CatalogueIndicator* indicator = nullptr; ///< none: not in the catalogue
    const facts::IndicatorCode* code = nullptr; ///< the name it was found under; none for the id itself
  };
  /// The indicator that `text` names: an id of the catalogue, or a code of any scheme whose `where` the
  /// dimensions satisfy (the one with the most conditions; a dimension that is not given satisfies none).
  Match indicator(std::string_view text, std::span<const Dimension> dimensions) const;

  /// By id or any spelling (folded); nullptr when there is none.
  const facts::IndicatorUnit* unit(std::string_view text) const;

private:
  struct Index;
  std::unique_ptr<const Index> m_index;
};

} // namespace kept::read::statistics
