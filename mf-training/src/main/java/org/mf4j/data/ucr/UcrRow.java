package org.mf4j.data.ucr;

import java.util.Optional;

/** One line: the label as it is spelt everywhere, if it is known, and the values. */
// Bulk numbers stay in arrays; a row is compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record UcrRow(Optional<String> label, double[] values) {}
