/**
 * Models over a whole archive of data sets, and beside what others have published for it: mean
 * accuracies, ranks, wins, signed-rank tests. May depend on {@code org.mf4j.experiment}, {@code
 * org.mf4j.models}, {@code org.mf4j.data} and the journals of {@code org.mf4j.search.journal};
 * knows no paper.
 */
package org.mf4j.experiment.archive;
