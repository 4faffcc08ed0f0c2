// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

namespace kept::serve {

/// The last few values that were asked for, each made once. Any thread.
template <typename Key, typename Value> class Remembered {
public:
  explicit Remembered(std::size_t most) : m_most(most) {}

  /// Held while making one: of several who ask for the same one works, the others wait for it.
  std::shared_ptr<const Value> get(const Key& key, const std::function<Value()>& make) {
    const std::scoped_lock lock(m_mutex);
    const auto known =
        std::find_if(m_values.begin(), m_values.end(), [&](const auto& value) { return value.first == key; });
    if (known != m_values.end()) {
      m_values.splice(m_values.begin(), m_values, known);
      return known->second;
    }
    auto value = std::make_shared<const Value>(make());
    m_values.emplace_front(key, value);
    if (m_values.size() > m_most)
      m_values.pop_back();
    return value;
  }

private:
  std::size_t m_most;
  std::mutex m_mutex;
  std::list<std::pair<Key, std::shared_ptr<const Value>>> m_values; ///< the newest first
};

} // namespace kept::serve
