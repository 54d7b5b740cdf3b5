// The way back of the block kernels, from step T-1 to step begin: dL/dh(t-1) = direct + dL/dv(t) RW^T, and the
// gradients of w and x from dL/dv(t) of the same step, while it lies in shared memory.
//
// eps [T,B,N] = dL/d activations and epsLast [B,N] = dL/dh(T) may be null. Results: dx [T,B,nIn] from step begin on;
// dh0 [B,N], 0 unless begin = 0; shares of the other gradients, one per block, that gather() adds up: weights
// [blocks,S,N] and, unless null, constants [blocks ROWS,5,N], the sums of logP g, logP, logD g, logD and gamma.
// Shared memory: 2 ROWS (32 CH + 16 + pitch) floats, pitch = (blockDim.x / 2) | 16: dL/dv, then [h x 1], of two steps.
#pragma once
#include "block.cuh"

template <class Cell, int CH, int ROWS>
DEVICE void backwardBlock(const float* __restrict__ x, const float* __restrict__ w, const float* __restrict__ coef,
                          const float* __restrict__ h0, const float* __restrict__ mask,
                          const float* __restrict__ states, const float* __restrict__ tape,
                          const float* __restrict__ eps, const float* __restrict__ epsLast, float* __restrict__ dx,
                          float* __restrict__ dh0, float* __restrict__ weights, float* __restrict__ constants, int T,
                          int B, int N, int nIn, int begin, int rescale) {
  const int PITCH = 32 * CH + 16, OUT = Share<ROWS>::OUT;
  SHARED(right);
  const int part = threadIdx.x % 8, first = threadIdx.x / 8 * 4, S = N + nIn + 1, pitch = (blockDim.x / 2) | 16;
  float* left = right + 2 * ROWS * PITCH;
  const Share<ROWS> share;
  const int b = blockIdx.x * ROWS + share.row;
  const bool series = b < B;

  float weight[CH][4][4], gradient[CH][4][4];
  UNROLL for (int c = 0; c < CH; c++)
    UNROLL for (int e = 0; e < 4; e++)
      UNROLL for (int r = 0; r < 4; r++) {
        const int k = (8 * c + part) * 4 + e, i = first + r;
        weight[c][e][r] = k < N && i < S ? w[(size_t)i * N + k] : 0.f;
        gradient[c][e][r] = 0.f;
      }
  for (int k = threadIdx.x; k < 2 * ROWS * (PITCH + pitch); k += blockDim.x) right[k] = 0.f;
  __syncthreads();

  const size_t stride = (size_t)B * N;
  Neuron c[OUT];
  float dh[OUT], g[OUT], before[OUT], e[OUT], sums[OUT][5];
  size_t at = (T - 1) * stride + (size_t)b * N + share.slot;
  UNROLL for (int o = 0; o < OUT; o++) {
    const int i = share.slot + o;
    const bool moves = series && i < N;
    c[o] = neuron(coef, N, i);
    dh[o] = moves && epsLast ? epsLast[(size_t)b * N + i] : 0.f;
    g[o] = moves ? tape[at + o] : 0.f;
    e[o] = moves && eps ? eps[at + o] : 0.f;
    if (moves) before[o] = T > 1 ? states[at + o - stride] : h0[(size_t)b * N + i];
    else if (series && i >= N && i < S - 1) before[o] = x[((size_t)(T - 1) * B + b) * nIn + i - N];
    else before[o] = series && i == S - 1 ? 1.f : 0.f;
    UNROLL for (int s = 0; s < 5; s++) sums[o][s] = 0.f;
  }

  for (int t = T - 1; t >= begin; t--, at -= stride) {
    float* d = right + (t & 1) * ROWS * PITCH;
    float* l = left + (t & 1) * ROWS * pitch;
    const bool present = series && (!mask || mask[(size_t)t * B + b] != 0.f);
    float direct[OUT];
    UNROLL for (int o = 0; o < OUT; o++) {
      const int i = share.slot + o;
      if (i < N) {
        Adjoint a = {0.f, dh[o], 0.f, 0.f, 0.f};
        if (present) a = Cell::adjoint(c[o], g[o], before[o], dh[o] + e[o], rescale);
        direct[o] = a.direct;
        if (share.owner) d[share.row * PITCH + i] = a.dv;
        sums[o][0] = fmaf(a.logP, g[o], sums[o][0]);
        sums[o][1] += a.logP;
        sums[o][2] = fmaf(a.logD, g[o], sums[o][2]);
        sums[o][3] += a.logD;
        sums[o][4] += a.gamma;
      }
      if (share.owner) l[share.row * pitch + i] = before[o];
    }
    if (t > begin && series) {  // for the step before, while this one is multiplied
      UNROLL for (int o = 0; o < OUT; o++) {
        const int i = share.slot + o;
        if (i < N) {
          g[o] = tape[at + o - stride];
          before[o] = t > 1 ? states[at + o - 2 * stride] : h0[(size_t)b * N + i];
          if (eps) e[o] = eps[at + o - stride];
        } else if (i < S - 1) {
          before[o] = x[((size_t)(t - 1) * B + b) * nIn + i - N];
        }
      }
    }
    __syncthreads();

    float sum[4 * ROWS] = {};
    UNROLL for (int r = 0; r < ROWS; r++) {
      const float4 f = *reinterpret_cast<const float4*>(l + r * pitch + first);
      UNROLL for (int k = 0; k < CH; k++) {
        const float4 q = *reinterpret_cast<const float4*>(d + r * PITCH + (8 * k + part) * 4);
        multiply(sum + 4 * r, q, weight[k]);
        const float fs[4] = {f.x, f.y, f.z, f.w}, qs[4] = {q.x, q.y, q.z, q.w};
        UNROLL for (int i = 0; i < 4; i++)
          UNROLL for (int j = 0; j < 4; j++) gradient[k][j][i] = fmaf(qs[j], fs[i], gradient[k][j][i]);
      }
    }
    Fold<4 * ROWS, 4>::run(sum, threadIdx.x);
    UNROLL for (int o = 0; o < OUT; o++) {
      const int i = share.slot + o;
      if (i < N) dh[o] = direct[o] + sum[o];
      else if (share.owner && series && i < S - 1) dx[((size_t)t * B + b) * nIn + i - N] = sum[o];
    }
  }

  UNROLL for (int o = 0; o < OUT; o++) {
    const int i = share.slot + o;
    if (!share.owner || i >= N) continue;
    if (series) dh0[(size_t)b * N + i] = begin == 0 ? dh[o] : 0.f;
    if (constants)
      UNROLL for (int s = 0; s < 5; s++)
        constants[((size_t)(blockIdx.x * ROWS + share.row) * 5 + s) * N + i] = sums[o][s];
  }
  UNROLL for (int r = 0; r < 4; r++)
    UNROLL for (int k = 0; k < CH; k++)
      UNROLL for (int j = 0; j < 4; j++) {
        const int i = first + r, to = (8 * k + part) * 4 + j;
        if (i < S && to < N) weights[((size_t)blockIdx.x * S + i) * N + to] = gradient[k][j][r];
      }
}
