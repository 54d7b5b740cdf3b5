// The step of one neuron and its adjoint: eqs. (8)-(12) of Pistolesi et al., APL Mach. Learn. 3, 016117 (2025).
//
// coef [5,N] holds gamma, p1, p0, d1, d0 with  deltaT K_p = 2^(p1 g + p0)  and  deltaT K_d = 2^(d1 g + d0): the
// constants of the device, folded once per call, log2(e) included. The tape keeps g, from which the adjoint starts.
#pragma once
#include "device.cuh"

struct Neuron {
  float gamma, p1, p0, d1, d0;
};
DEVICE Neuron neuron(const float* coef, int N, int i) {
  Neuron c = {0.f, 0.f, 0.f, 0.f, 0.f};
  if (i < N) c = {coef[i], coef[N + i], coef[2 * N + i], coef[3 * N + i], coef[4 * N + i]};
  return c;
}

DEVICE float sigmoid(float v) { return reciprocal(1.f + power2(-1.44269504f * v)); }

// What the way back yields at one neuron and step, delta = dL/dh(t).
struct Adjoint {
  float dv;                 // dL/dv(t)
  float direct;             // the part of dL/dh(t-1) that does not go through v
  float logP, logD, gamma;  // dL/d ln(deltaT K_p), dL/d ln(deltaT K_d), dL/d gamma: for constants that are learned
};

// rescale: g is a sigmoid of v, eqs. (8)-(9); without it g = v. EXACT: the solution of eq. (5) over one step instead
// of Euler's, eq. (12), which is h' = P + h (gamma - P - D) with P = deltaT K_p, D = deltaT K_d.
// The exact step leads to P / (P + D) however large the rates are, and nowhere where there are none: rates stay within
// the floats and q above zero, so that neither is a NaN.
template <bool EXACT>
struct Memristive {
  static DEVICE float rate(float slope, float g, float offset) {
    const float r = power2(fmaf(slope, g, offset));
    return EXACT && r > 1e30f ? 1e30f : r;  // not fminf, which takes a NaN for the limit
  }

  static DEVICE float total(const Neuron& c, float P, float D) { return P + D + (1.f - c.gamma) + 1e-37f; }

  static DEVICE float drive(float v, int rescale) { return rescale ? sigmoid(v) : v; }

  static DEVICE float step(const Neuron& c, float g, float h) {
    const float P = rate(c.p1, g, c.p0), D = rate(c.d1, g, c.d0);
    if (!EXACT) return fmaf(h, c.gamma - P - D, P);
    const float q = total(c, P, D);
    return h + (P / q - h) * -expm1f(-q);
  }

  static DEVICE Adjoint adjoint(const Neuron& c, float g, float h, float delta, int rescale) {
    const float P = rate(c.p1, g, c.p0), D = rate(c.d1, g, c.d0);
    Adjoint a;
    if (!EXACT) {
      a.logP = delta * (1.f - h) * P;
      a.logD = -delta * h * D;
      a.gamma = delta * h;
      a.direct = delta * (c.gamma - P - D);
    } else {
      // h' = h + (m - h) f,  m = P / q,  f = 1 - exp(-q)
      const float q = total(c, P, D), m = P / q, f = -expm1f(-q);
      const float dm = delta * f, dq = delta * (m - h) * (1.f - f) - dm * m / q;
      a.logP = (dm / q + dq) * P;
      a.logD = dq * D;
      a.gamma = -dq;
      a.direct = delta * (1.f - f);
    }
    a.dv = 0.693147181f * fmaf(c.p1, a.logP, c.d1 * a.logD);
    if (rescale) a.dv *= g * (1.f - g);
    return a;
  }
};
typedef Memristive<false> Euler;
typedef Memristive<true> Exact;

// h' = (1 - a) h + a tanh(v); coef: gamma = 1 - a, p1 = a. The tape keeps tanh(v). Nothing is learned but the weights.
struct Leaky {
  static DEVICE float drive(float v, int) { return fmaf(2.f, sigmoid(2.f * v), -1.f); }
  static DEVICE float step(const Neuron& c, float g, float h) { return fmaf(c.gamma, h, c.p1 * g); }
  static DEVICE Adjoint adjoint(const Neuron& c, float g, float, float delta, int) {
    return {delta * c.p1 * (1.f - g * g), delta * c.gamma, 0.f, 0.f, 0.f};
  }
};

#ifndef CELL
#define CELL Euler
#endif
