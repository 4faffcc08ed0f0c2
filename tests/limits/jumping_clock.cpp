// SPDX-License-Identifier: Apache-2.0
// Loaded before a program (LD_PRELOAD), makes its clock of the day jump: each look at it shows another time,
// decades before or behind the true one, as where a clock is set while a program runs. Clocks that only count
// on are left alone.
#include <dlfcn.h>

#include <atomic>
#include <ctime>
#include <sys/time.h>

namespace {

/// Seconds to add: days and decades, to and fro.
time_t next_jump() {
  static std::atomic<unsigned> looks{0};
  constexpr time_t year = 31'557'600;
  constexpr time_t jumps[] = {0, -20 * year, 86'400, 40 * year, -3'600, -50 * year, 10 * year};
  return jumps[looks++ % (sizeof jumps / sizeof jumps[0])];
}

template <typename Function> Function next_function(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
  static const auto real = next_function<int (*)(clockid_t, timespec*)>("clock_gettime");
  const int result = real(clock, now);
  if (result == 0 && clock == CLOCK_REALTIME)
    now->tv_sec += next_jump();
  return result;
}

int gettimeofday(timeval* now, void*) noexcept {
  timespec precise{};
  const int result = clock_gettime(CLOCK_REALTIME, &precise);
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return result;
}

time_t time(time_t* now) noexcept {
  timespec precise{};
  clock_gettime(CLOCK_REALTIME, &precise);
  if (now != nullptr)
    *now = precise.tv_sec;
  return precise.tv_sec;
}
}
