package org.mf4j.models;

class HeterogeneousModelTest extends PresetContract {
  HeterogeneousModelTest() {
    super(MfEsn.heterogeneous(30), 2);
  }
}
