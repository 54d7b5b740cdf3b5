// The way back of the grid kernels, from step T-1 to step begin and one round more that finishes dL/dh(0). tape, states
// and rw as forwardGrid leaves them. dv [T,B,ld] is UNSET on entry and dL/dv on return, from step begin on;
// carry [B,ld] is scratch; eps [T,B,N] and epsLast [B,N] may be null. dh0 [B,N] is 0 unless begin = 0. Shares of the
// gradients of learned constants, unless null: constants [gridDim.y ROWS,5,N], the five sums of block_backward.cuh.
#pragma once
#include "grid.cuh"

template <class Cell, int R, int CH, int ROWS>
DEVICE void backwardGrid(const float* __restrict__ tape, const float* __restrict__ rw, const float* __restrict__ coef,
                         const float* __restrict__ mask, const float* __restrict__ states,
                         const float* __restrict__ eps, const float* __restrict__ epsLast, float* dv, float* carry,
                         float* __restrict__ dh0, float* __restrict__ constants, int T, int B, int N, int begin,
                         int rescale, unsigned* fault) {
  typedef Tile<R, CH, ROWS> Tile;
  SHARED(shared);
  float* sums = shared + 2 * ROWS * Tile::WIDTH;
  const int ld = gridDim.x * Tile::TILE;
  Rounds rounds(B, ROWS);
  if (rounds.groups <= 0) return;
  Tile tile;
  tile.load(rw, N, true);
  const int row = threadIdx.x / Tile::TILE, column = threadIdx.x % Tile::TILE, n = blockIdx.x * Tile::TILE + column;
  const Neuron c = neuron(coef, N, n);
  const size_t stride = (size_t)B * ld;
  float learned[5] = {};
  bool broken = false;
  Incoming<CH, ROWS> incoming;

  for (int i = 0, t = T - 1; t >= begin - 1; i++) {
    const int b = rounds.row0 + row, buffer = i & 1;
    float* then = shared + (buffer ^ 1) * ROWS * Tile::WIDTH;
    const bool finishes = row < ROWS && b < B, steps = t >= begin, later = t < T - 1;
    const size_t own = (size_t)b * ld + n, at = (size_t)t * stride + own;
    const int nextT = rounds.next(ROWS) ? t - 1 : t;
    const float* source = dv + (size_t)(nextT + 1) * stride;
    const bool more = nextT >= begin - 1 && nextT < T - 1, early = rounds.groups > 1 && more;

    if (early) incoming.ask(source, rounds.row0, B, ld);
    float g = 0.f, h = 0.f, e = 0.f, dh = 0.f;
    bool here = false;
    if (finishes && n < N) {
      dh = later ? carry[own] : epsLast ? epsLast[(size_t)b * N + n] : 0.f;
      if (steps) {
        g = tape[at];
        h = states[at];
        e = eps ? eps[((size_t)t * B + b) * N + n] : 0.f;
        here = !mask || mask[(size_t)t * B + b] != 0.f;
      }
    }
    if (later) tile.product(shared + buffer * ROWS * Tile::WIDTH, sums + buffer * ROWS * Tile::PITCH);
    if (early) {
      incoming.await(source, rounds.row0, ld, fault, broken);
      incoming.store(then);
    }
    __syncthreads();
    if (finishes) {
      if (later) dh += sums[(buffer * ROWS + row) * Tile::PITCH + column];
      if (steps) {
        Adjoint a = {0.f, dh, 0.f, 0.f, 0.f};
        if (here) a = Cell::adjoint(c, g, h, dh + e, rescale);
        storeFresh(dv + at, n < N ? present(a.dv) : 0.f);
        carry[own] = a.direct;
        learned[0] = fmaf(a.logP, g, learned[0]);
        learned[1] += a.logP;
        learned[2] = fmaf(a.logD, g, learned[2]);
        learned[3] += a.logD;
        learned[4] += a.gamma;
      } else if (n < N) {
        dh0[(size_t)b * N + n] = begin == 0 ? dh : 0.f;
      }
    }
    if (more && !early) {
      incoming.ask(source, rounds.row0, B, ld);
      incoming.await(source, rounds.row0, ld, fault, broken);
      incoming.store(then);
      __syncthreads();
    }
    t = nextT;
  }
  if (constants && row < ROWS && n < N)
    UNROLL for (int s = 0; s < 5; s++) constants[((size_t)(blockIdx.y * ROWS + row) * 5 + s) * N + n] = learned[s];
}
