package org.mf4j.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.mf4j.data.series.DataException;
import org.mf4j.networks.SeriesMoments;
import org.mf4j.networks.TrainingView;
import scala.Tuple2;

/**
 * What is looked at of rows on a cluster while a network is drawn. Series have the numbers that
 * their good rows have in the order of the partitions; a pass finds out how many there are, and
 * another fetches some.
 */
final class ClusterView implements TrainingView {
  private final JavaRDD<Row> rows;
  private final RowReader reader;
  private final List<Integer> lags;
  private Sums sums;

  /**
   * Of rows that are not looked at yet.
   *
   * @param rows what is learned from
   * @param reader makes series of them
   * @param lags of the differences whose moments will be asked for
   */
  ClusterView(JavaRDD<Row> rows, RowReader reader, List<Integer> lags) {
    this.rows = rows;
    this.reader = reader;
    this.lags = List.copyOf(lags);
  }

  /**
   * One pass, when it is asked for the first time.
   *
   * @throws DataException if no row is good
   */
  private Sums sums() {
    if (sums == null) {
      RowReader read = reader;
      List<Integer> ofLags = lags;
      sums =
          PartitionFeatures.merged(
              rows.mapPartitionsWithIndex(
                  (partition, some) -> Sums.of(partition, some, read, ofLags), false),
              Sums::merge);
    }
    return sums;
  }

  @Override
  public int channels() {
    return reader.channels();
  }

  @Override
  public int size() {
    return sums().counts.values().stream().mapToInt(count -> count).reduce(0, Math::addExact);
  }

  @Override
  public int longest() {
    return sums().longest;
  }

  @Override
  public SeriesMoments moments(List<Integer> ofLags) {
    if (!ofLags.equals(lags)) {
      throw new IllegalArgumentException("lags = %s: must be %s".formatted(ofLags, lags));
    }
    return sums().moments;
  }

  @Override
  public List<double[][]> some(int... indices) {
    int[] wanted = indices.clone();
    Arrays.sort(wanted);
    Map<Integer, Integer> firsts = firsts();
    RowReader read = reader;
    Map<Integer, double[][]> found = new HashMap<>();
    rows.mapPartitionsWithIndex(
            (partition, some) -> picked(some, read, firsts.get(partition), wanted), false)
        .collect()
        .forEach(one -> found.put(one._1(), one._2()));
    if (found.size() < indices.length) {
      throw new DataException(
          "the rows were not the same when they were read again; cache them before the fit.");
    }
    return Arrays.stream(indices).mapToObj(found::get).toList();
  }

  /** The number of the first series of every partition that has one. */
  private Map<Integer, Integer> firsts() {
    Map<Integer, Integer> firsts = new HashMap<>();
    int first = 0;
    for (Map.Entry<Integer, Integer> one : sums().counts.entrySet()) {
      firsts.put(one.getKey(), first);
      first += one.getValue();
    }
    return firsts;
  }

  private static Iterator<Tuple2<Integer, double[][]>> picked(
      Iterator<Row> rows, RowReader reader, Integer first, int... wanted) {
    if (first == null) {
      return Collections.emptyIterator();
    }
    List<Tuple2<Integer, double[][]>> picked = new ArrayList<>();
    int place = Arrays.binarySearch(wanted, first);
    int next = place < 0 ? -place - 1 : place;
    for (int number = first; rows.hasNext() && next < wanted.length; ) {
      var series = reader.read(rows.next());
      if (series.isPresent()) {
        if (number == wanted[next]) {
          picked.add(new Tuple2<>(number, series.get().channels()));
          next++;
        }
        number++;
      }
    }
    return picked.iterator();
  }

  /** Of some partitions together. */
  private static final class Sums implements Serializable {
    private static final long serialVersionUID = 1;

    private final TreeMap<Integer, Integer> counts = new TreeMap<>();
    private SeriesMoments moments;
    private int longest;

    Sums(SeriesMoments moments) {
      this.moments = moments;
    }

    /** None of a partition without a good row. */
    static Iterator<Sums> of(
        int partition, Iterator<Row> rows, RowReader reader, List<Integer> lags) {
      Sums sums = new Sums(new SeriesMoments(reader.channels(), lags));
      rows.forEachRemaining(
          row -> reader.read(row).ifPresent(one -> sums.add(partition, one.channels())));
      return sums.counts.isEmpty() ? Collections.emptyIterator() : List.of(sums).iterator();
    }

    private void add(int partition, double[][] series) {
      counts.merge(partition, 1, Integer::sum);
      moments.add(series);
      longest = Math.max(longest, series[0].length);
    }

    /** {@return a new value} */
    Sums merge(Sums other) {
      Sums both = new Sums(moments.merge(other.moments));
      both.counts.putAll(counts);
      both.counts.putAll(other.counts);
      both.longest = Math.max(longest, other.longest);
      return both;
    }
  }
}
