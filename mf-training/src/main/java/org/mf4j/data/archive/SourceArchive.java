package org.mf4j.data.archive;

/** The archives whose data sets are known, and what to cite for them. */
public enum SourceArchive {
  /** One channel, classes. */
  UCR("Dau et al., IEEE/CAA J. Autom. Sin. 6, 1293 (2019)"),
  /** Several channels, classes. */
  UEA("Bagnall et al., arXiv:1811.00075 (2018)"),
  /** Numbers to regress. */
  TSER("Tan et al., Data Min. Knowl. Disc. 35, 1032 (2021)");

  private final String citation;

  SourceArchive(String citation) {
    this.citation = citation;
  }

  /**
   * What a publication that uses the data cites.
   *
   * @return authors, journal, volume, page, year
   */
  public String citation() {
    return citation;
  }
}
