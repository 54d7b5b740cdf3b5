// The way forward of the block kernels:  v(t) = [h(t-1) x(t) 1] w,  g = drive(v),  h(t) = step(g, h(t-1)).
//
// x [T,B,nIn]; w [S,N]; coef [5,N]; h0 [B,N]; mask [T,B] or null, 0 = absent: the state is carried. Results: states
// [T,B,N] and tape [T,B,N], which may be null where nothing goes back, and last [B,N].
// Shared memory: 2 ROWS (32 CH + 16) floats, the left sides of this step and the next.
#pragma once
#include "block.cuh"

template <class Cell, int CH, int ROWS>
DEVICE void forwardBlock(const float* __restrict__ x, const float* __restrict__ w, const float* __restrict__ coef,
                         const float* __restrict__ h0, const float* __restrict__ mask, float* __restrict__ states,
                         float* __restrict__ tape, float* __restrict__ last, int T, int B, int N, int nIn,
                         int rescale) {
  const int PITCH = 32 * CH + 16, OUT = Share<ROWS>::OUT;
  SHARED(left);
  const int part = threadIdx.x % 8, first = threadIdx.x / 8 * 4, S = N + nIn + 1;
  const Share<ROWS> share;
  const int b = blockIdx.x * ROWS + share.row;
  const bool series = b < B;

  float weight[CH][4][4];
  UNROLL for (int c = 0; c < CH; c++)
    UNROLL for (int e = 0; e < 4; e++)
      UNROLL for (int r = 0; r < 4; r++) {
        const int k = (8 * c + part) * 4 + e, i = first + r;
        weight[c][e][r] = k < S && i < N ? w[(size_t)k * N + i] : 0.f;
      }
  for (int k = threadIdx.x; k < 2 * ROWS * PITCH; k += blockDim.x) left[k] = 0.f;
  __syncthreads();

  Neuron c[OUT];
  float h[OUT];
  const float* input[OUT];  // x of the next step where the slot is an input
  UNROLL for (int o = 0; o < OUT; o++) {
    const int i = share.slot + o;
    c[o] = neuron(coef, N, i);
    input[o] = series && i >= N && i < N + nIn ? x + (size_t)b * nIn + i - N : nullptr;
    if (i < N) h[o] = series ? h0[(size_t)b * N + i] : 0.f;
    else if (i < S - 1) h[o] = input[o] ? *input[o] : 0.f;
    else h[o] = i == S - 1 ? 1.f : 0.f;
    if (share.owner) left[share.row * PITCH + i] = h[o];
  }
  __syncthreads();

  size_t at = (size_t)b * N + share.slot;
  for (int t = 0; t < T; t++, at += (size_t)B * N) {
    const float* now = left + (t & 1) * ROWS * PITCH;
    float* then = left + (~t & 1) * ROWS * PITCH + share.row * PITCH + share.slot;
    float next[OUT];
    UNROLL for (int o = 0; o < OUT; o++) {
      if (input[o]) input[o] += (size_t)B * nIn;
      next[o] = input[o] && t + 1 < T ? *input[o] : h[o];
    }
    const bool present = !mask || (series && mask[(size_t)t * B + b] != 0.f);

    float sum[4 * ROWS] = {};
    UNROLL for (int r = 0; r < ROWS; r++)
      UNROLL for (int k = 0; k < CH; k++)
        multiply(sum + 4 * r, *reinterpret_cast<const float4*>(now + r * PITCH + (8 * k + part) * 4), weight[k]);
    Fold<4 * ROWS, 4>::run(sum, threadIdx.x);

    UNROLL for (int o = 0; o < OUT; o++) {
      if (share.slot + o < N) {
        const float g = Cell::drive(sum[o], rescale);
        if (present) h[o] = Cell::step(c[o], g, h[o]);
        if (share.owner) {
          then[o] = h[o];
          if (series && states) states[at + o] = h[o];
          if (series && tape) tape[at + o] = g;
        }
      } else if (share.owner) {
        then[o] = next[o];
      }
    }
    __syncthreads();
  }
  UNROLL for (int o = 0; o < OUT; o++)
    if (share.owner && series && share.slot + o < N) last[(size_t)b * N + share.slot + o] = h[o];
}
