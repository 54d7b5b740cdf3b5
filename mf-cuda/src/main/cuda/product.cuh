// The product of states and weights. A thread holds the weights from every P-th input float4 to R neurons in registers,
// multiplies them by the states of several series, and the P partial sums are added by shuffles, after which every lane
// holds finished sums. A float of state that comes out of shared memory is used R times; that is what makes the product
// bound by arithmetic and not by shared memory.
#pragma once
#include "device.cuh"

// Adds V values each over 2 O neighbouring lanes. Lane l of these ends with the sums l V / 2O .. (l+1) V / 2O - 1, in
// a[0], a[1], ...; where V < 2 O, 2 O / V neighbouring lanes end with the same one. The order of additions is fixed.
template <int V, int O>
struct Fold {
  static DEVICE void run(float* a, int lane) {
    if (V > 1) {
      const bool upper = lane & O;
      UNROLL for (int v = 0; v < V / 2; v++) {
        const float keep = upper ? a[v + V / 2] : a[v], give = upper ? a[v] : a[v + V / 2];
        a[v] = keep + __shfl_xor_sync(~0u, give, O);
      }
    } else {
      a[0] += __shfl_xor_sync(~0u, a[0], O);
    }
    Fold<(V > 1 ? V / 2 : 1), O / 2>::run(a, lane);
  }
};
template <int V>
struct Fold<V, 0> {
  static DEVICE void run(float*, int) {}
};

// a[r] += q . w[.][r]
template <int R>
DEVICE void multiply(float* a, const float4& q, const float (&w)[4][R]) {
  UNROLL for (int r = 0; r < R; r++)
    a[r] = fmaf(q.w, w[3][r], fmaf(q.z, w[2][r], fmaf(q.y, w[1][r], fmaf(q.x, w[0][r], a[r]))));
}
