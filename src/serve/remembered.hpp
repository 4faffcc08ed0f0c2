// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

namespace kept::serve {

/// The last few values that were asked for, each made once. Any thread. Of several who ask for the same one
/// works and the others wait for it; who asks for another one does not.
template <typename Key, typename Value> class Remembered {
public:
  explicit Remembered(std::size_t most) : m_most(most) {}

  /// Throws what `make` throws; the next who asks tries again.
  std::shared_ptr<const Value> get(const Key& key, const std::function<Value()>& make) {
    std::promise<std::shared_ptr<const Value>> promise;
    if (const Future known = find_or_begin(key, promise); known.valid())
      return known.get();
    try {
      auto value = std::make_shared<const Value>(make());
      promise.set_value(value);
      return value;
    } catch (...) {
      promise.set_exception(std::current_exception());
      const std::scoped_lock lock(m_mutex);
      m_values.remove_if([&](const auto& value) { return value.first == key; });
      throw;
    }
  }

private:
  using Future = std::shared_future<std::shared_ptr<const Value>>;

  /// The value of whoever has made it, or is at it; none: now it is promised.
  Future find_or_begin(const Key& key, std::promise<std::shared_ptr<const Value>>& promise) {
    const std::scoped_lock lock(m_mutex);
    const auto known =
        std::find_if(m_values.begin(), m_values.end(), [&](const auto& value) { return value.first == key; });
    if (known != m_values.end()) {
      m_values.splice(m_values.begin(), m_values, known);
      return known->second;
    }
    m_values.emplace_front(key, promise.get_future().share());
    if (m_values.size() > m_most)
      m_values.pop_back();
    return {};
  }

  std::size_t m_most;
  std::mutex m_mutex;
  std::list<std::pair<Key, Future>> m_values; ///< the newest first
};

} // namespace kept::serve
