// How blocks hand states to one another, without a barrier. Every array that blocks exchange is filled with UNSET, a
// NaN that no arithmetic yields, before the launch; a reader asks until all its numbers are there. A reader that asks
// 2^22 times in vain sets *fault and goes on without: a wrong launch ends with an error instead of hanging.
#pragma once
#include "device.cuh"

const unsigned UNSET = 0xFFFFFFFFu;

DEVICE bool unset(const float4& q) {
  return __float_as_uint(q.x) == UNSET || __float_as_uint(q.y) == UNSET || __float_as_uint(q.z) == UNSET ||
         __float_as_uint(q.w) == UNSET;
}
// A number to be written: a NaN of a diverged state stays a NaN, but another one.
DEVICE float present(float v) { return __float_as_uint(v) == UNSET ? __uint_as_float(0x7FFFFFFFu) : v; }

// ROWS x 128 CH floats of an exchanged array [.,ld] on their way into shared memory, by 256 threads.
template <int CH, int ROWS>
struct Incoming {
  static const int WIDTH = 32 * CH, LOADS = (ROWS * WIDTH + 255) / 256;
  float4 q[LOADS];

  // Starts to read the rows row0 .. of B.
  DEVICE void ask(const float* from, int row0, int B, int ld) {
    UNROLL for (int k = 0; k < LOADS; k++) {
      const int at = threadIdx.x + k * 256, row = at / WIDTH, col = at % WIDTH * 4;
      q[k] = {0.f, 0.f, 0.f, 0.f};
      if (row < ROWS && row0 + row < B && col < ld) q[k] = loadFresh(from + (size_t)(row0 + row) * ld + col);
    }
  }

  // Reads again what was not there yet.
  DEVICE void await(const float* from, int row0, int ld, unsigned* fault, bool& broken) {
    UNROLL for (int k = 0; k < LOADS; k++) {
      const int at = threadIdx.x + k * 256, row = at / WIDTH, col = at % WIDTH * 4;
      unsigned asked = 0;
      while (unset(q[k]) && !broken) {
        q[k] = loadFresh(from + (size_t)(row0 + row) * ld + col);
        if (++asked == 1u << 22) {
          broken = true;
          *fault = 1;
        }
      }
    }
  }

  DEVICE void store(float* tile) {
    UNROLL for (int k = 0; k < LOADS; k++) {
      const int at = threadIdx.x + k * 256;
      if (at < ROWS * WIDTH) *reinterpret_cast<float4*>(tile + at * 4) = q[k];
    }
  }
};
