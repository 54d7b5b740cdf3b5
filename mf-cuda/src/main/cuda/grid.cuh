// Grid kernels: the neurons are dealt to blocks, TILE = 8 R each (blockIdx.x), which exchange the states of their
// series after every step. blockIdx.y has every gridDim.y-th group of ROWS series. Weights lie in registers: warp w of
// a block computes neurons w R .. w R + R - 1 of its tile, its 32 lanes share the sum over the inputs.
//
// Rows of states, tape and dv are padded to ld = TILE gridDim.x columns; the padding is 0.
//
// Launch: ceil(N / TILE) x groups blocks of 256 threads, N <= 128 CH. All blocks must be resident at once, so a
// cooperative launch, which the driver refuses where they do not fit. Shared memory: FLOATS.
#pragma once
#include "cell.cuh"
#include "exchange.cuh"
#include "product.cuh"

template <int R, int CH, int ROWS>
struct Tile {
  static const int TILE = 8 * R, WIDTH = 128 * CH, V = ROWS * R, PITCH = TILE + 4;
  static const int FLOATS = 2 * ROWS * (WIDTH + PITCH);  // two steps of states, then two of sums

  float weight[CH][4][R];

  // rw [N,N]; back: its rows instead of its columns.
  DEVICE void load(const float* __restrict__ rw, int N, bool back) {
    const int lane = threadIdx.x % 32, mine = blockIdx.x * TILE + threadIdx.x / 32 * R;
    UNROLL for (int c = 0; c < CH; c++)
      UNROLL for (int e = 0; e < 4; e++)
        UNROLL for (int r = 0; r < R; r++) {
          const int k = (32 * c + lane) * 4 + e, i = mine + r;
          weight[c][e][r] = k < N && i < N ? rw[back ? (size_t)i * N + k : (size_t)k * N + i] : 0.f;
        }
  }

  // sums[row][n] of the tile = (series of the left side) . (weights); see Fold for who holds what.
  DEVICE void product(const float* left, float* sums) const {
    const int lane = threadIdx.x % 32;
    float sum[V] = {};
    UNROLL for (int k = 0; k < CH; k++)
      UNROLL for (int row = 0; row < ROWS; row++)
        multiply(sum + row * R, *reinterpret_cast<const float4*>(left + row * WIDTH + (32 * k + lane) * 4), weight[k]);
    Fold<V, 16>::run(sum, lane);
    const int v = lane * V / 32;
    if (lane % (32 / V) == 0) sums[v / R * PITCH + threadIdx.x / 32 * R + v % R] = sum[0];
  }
};

// The rounds of a block: its groups of series, one after the other, step by step. With several groups the states of the
// next one were computed a while ago and come while this one is multiplied.
struct Rounds {
  int groups, group, row0;
  DEVICE Rounds(int B, int ROWS) {
    groups = ((B + ROWS - 1) / ROWS - (int)blockIdx.y + (int)gridDim.y - 1) / (int)gridDim.y;
    group = 0;
    row0 = blockIdx.y * ROWS;
  }
  // To the next group; true if that begins another step.
  DEVICE bool next(int ROWS) {
    group = group + 1 < groups ? group + 1 : 0;
    row0 = (blockIdx.y + group * gridDim.y) * ROWS;
    return group == 0;
  }
};
