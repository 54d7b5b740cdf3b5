package org.mf4j.models;

class PlainHeterogeneousModelTest extends PresetContract {
  PlainHeterogeneousModelTest() {
    super(MfEsn.plainHeterogeneous(30), 1);
  }
}
