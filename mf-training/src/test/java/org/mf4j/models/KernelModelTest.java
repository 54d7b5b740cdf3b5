package org.mf4j.models;

class KernelModelTest extends PresetContract {
  KernelModelTest() {
    super(MfEsn.withKernels(30), 2);
  }
}
