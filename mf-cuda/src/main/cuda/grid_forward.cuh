// The way forward of the grid kernels. tape [T,B,ld] holds s (x W + b) on entry (project) and g on return; states
// [T+1,B,ld] holds h(0) in its first part and UNSET in the others; rw [N,N] is scaled by s; mask [T,B] or null.
#pragma once
#include "grid.cuh"

template <class Cell, int R, int CH, int ROWS>
DEVICE void forwardGrid(float* __restrict__ tape, const float* __restrict__ rw, const float* __restrict__ coef,
                        const float* __restrict__ mask, float* states, int T, int B, int N, int rescale,
                        unsigned* fault) {
  typedef Tile<R, CH, ROWS> Tile;
  SHARED(shared);
  float* sums = shared + 2 * ROWS * Tile::WIDTH;
  const int ld = gridDim.x * Tile::TILE;
  Rounds rounds(B, ROWS);
  if (rounds.groups <= 0) return;
  Tile tile;
  tile.load(rw, N, false);
  const int row = threadIdx.x / Tile::TILE, own = threadIdx.x % Tile::TILE, n = blockIdx.x * Tile::TILE + own;
  const Neuron c = neuron(coef, N, n);
  const size_t stride = (size_t)B * ld;
  bool broken = false;
  Incoming<CH, ROWS> incoming;
  incoming.ask(states, rounds.row0, B, ld);
  incoming.await(states, rounds.row0, ld, fault, broken);
  incoming.store(shared);
  __syncthreads();

  for (int i = 0, t = 0; t < T; i++) {
    const int b = rounds.row0 + row, buffer = i & 1;
    const float* left = shared + buffer * ROWS * Tile::WIDTH;
    float* then = shared + (buffer ^ 1) * ROWS * Tile::WIDTH;
    const bool finishes = row < ROWS && b < B;
    const size_t at = (size_t)t * stride + (size_t)b * ld + n;
    const int nextT = rounds.next(ROWS) ? t + 1 : t;
    const float* source = states + (size_t)nextT * stride;
    const bool more = nextT < T, early = rounds.groups > 1 && more;

    if (early) incoming.ask(source, rounds.row0, B, ld);
    const float v = finishes ? tape[at] : 0.f;
    const bool here = finishes && (!mask || mask[(size_t)t * B + b] != 0.f);
    tile.product(left, sums + buffer * ROWS * Tile::PITCH);
    float h = finishes ? left[row * Tile::WIDTH + n] : 0.f;
    if (early) {
      incoming.await(source, rounds.row0, ld, fault, broken);
      incoming.store(then);
    }
    __syncthreads();
    if (finishes) {
      const float g = Cell::drive(v + sums[(buffer * ROWS + row) * Tile::PITCH + own], rescale);
      if (here) h = Cell::step(c, g, h);
      storeFresh(states + at + stride, n < N ? present(h) : 0.f);
      tape[at] = g;
    }
    if (more && !early) {
      incoming.ask(source, rounds.row0, B, ld);
      incoming.await(source, rounds.row0, ld, fault, broken);
      incoming.store(then);
      __syncthreads();
    }
    t = nextT;
  }
}
