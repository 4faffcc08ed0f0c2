// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kept::bench {

inline constexpr std::size_t k_languages = 6;
inline constexpr std::size_t k_topics = 12;
inline constexpr std::size_t k_sentences = 10;

/// "en", "fr", "es", "zh", "ko", "ar"; English is the language of the activity.
extern const std::array<std::string_view, k_languages> k_language_codes;

/// What is written before each title: that nothing of it is real.
extern const std::array<std::string_view, k_languages> k_generated;

/// Subjects of activities in every language, in step, as XML text.
extern const std::array<std::array<std::string_view, k_topics>, k_languages> k_topic_names;

/// Sentences of descriptions in every language, in step, as XML text.
extern const std::array<std::array<std::string_view, k_sentences>, k_languages> k_sentence_texts;

} // namespace kept::bench
