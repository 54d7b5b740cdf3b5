package org.mf4j.data.ts;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataLine;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.records.reader.SequenceRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.DoubleWritable;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.Writable;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.text.TextLines;

/**
 * The series of one or more {@code .ts} files as DataVec sequences, read one at a time. A time step
 * is the list of its nIn channel values followed by the target, the same at every step: a class
 * index ({@link IntWritable}) or the number to regress ({@link DoubleWritable}). So the label index
 * for DataVec's {@code SequenceRecordReaderDataSetIterator} is nIn.
 *
 * <p>Missing values are NaN, for DataVec's own transforms to replace. All files of a split must
 * have the header's classes in one order. Bad files end in a {@link DataException}; {@link
 * TsReader} says what a file may hold.
 */
public final class TsSequenceRecordReader extends BaseRecordReader implements SequenceRecordReader {
  private static final long serialVersionUID = 1L;

  // Open files do not travel: a deserialised reader starts with initialize or reset.
  private transient Iterator<URI> locations;
  private transient TsReader reader;
  private URI location;
  private List<String> labels;
  private Configuration configuration;

  /** A reader without files, until {@link #initialize(InputSplit)} names them. */
  public TsSequenceRecordReader() {}

  @Override
  public void initialize(InputSplit split) throws IOException, InterruptedException {
    super.initialize(split);
    labels = null;
    reset();
  }

  @Override
  public void initialize(Configuration conf, InputSplit split)
      throws IOException, InterruptedException {
    configuration = conf;
    initialize(split);
  }

  @Override
  public void reset() {
    if (inputSplit == null) {
      throw new IllegalStateException("call initialize(InputSplit) first");
    }
    close();
    locations = inputSplit.locationsIterator();
    openNext();
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  @Override
  public boolean hasNext() {
    while (reader != null && !reader.hasNext()) {
      close();
      openNext();
    }
    return reader != null;
  }

  private void openNext() {
    if (locations.hasNext()) {
      location = locations.next();
      reader = open(location);
      checkLabels(reader.header().classes());
    }
  }

  private TsReader open(URI uri) {
    return isFile(uri)
        ? new TsReader(TextLines.open(Path.of(uri), TsReader.KIND), true)
        : new TsReader(streamCreatorFn.apply(uri), uri.toString());
  }

  private static boolean isFile(URI uri) {
    return "file".equals(uri.getScheme());
  }

  private static String name(URI uri) {
    return isFile(uri) ? Path.of(uri).toString() : uri.toString();
  }

  private void checkLabels(List<String> classes) {
    if (labels == null) {
      labels = classes;
    }
    if (!labels.equals(classes)) {
      throw new DataException(
          String.format(
              "%s has the classes (%s) where the files before it have (%s).",
              name(location), String.join(", ", classes), String.join(", ", labels)));
    }
  }

  /**
   * The class labels.
   *
   * @return the labels in the order of their indices; empty for regression, null before {@link
   *     #initialize(InputSplit)}
   */
  @Override
  public List<String> getLabels() {
    return labels;
  }

  @Override
  public List<List<Writable>> sequenceRecord() {
    return nextSequence().getSequenceRecord();
  }

  @Override
  public SequenceRecord nextSequence() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more sequences; reset() starts again");
    }
    List<List<Writable>> steps = steps(reader.next());
    invokeListeners(steps);
    RecordMetaData origin = new RecordMetaDataLine(reader.line(), location, getClass());
    return new org.datavec.api.records.impl.SequenceRecord(steps, origin);
  }

  private List<List<Writable>> steps(Series series) {
    Writable target =
        labels.isEmpty()
            ? new DoubleWritable(series.target())
            : new IntWritable((int) series.target());
    List<List<Writable>> steps = new ArrayList<>(series.length());
    for (int t = 0; t < series.length(); t++) {
      List<Writable> step = new ArrayList<>(series.channels().length + 1);
      for (double[] channel : series.channels()) {
        step.add(new DoubleWritable(channel[t]));
      }
      step.add(target);
      steps.add(step);
    }
    return steps;
  }

  /**
   * Reads a series again. The file is read from its beginning: meant for a few series, such as
   * those that a model got wrong.
   *
   * @param metaData of a record that this reader gave
   * @return the record
   * @throws DataException if no series ends at that line
   */
  @Override
  public SequenceRecord loadSequenceFromMetaData(RecordMetaData metaData) {
    RecordMetaDataLine wanted = (RecordMetaDataLine) metaData;
    try (TsReader again = open(wanted.getURI())) {
      while (again.hasNext()) {
        Series series = again.next();
        if (again.line() == wanted.getLineNumber()) {
          return new org.datavec.api.records.impl.SequenceRecord(steps(series), metaData);
        }
      }
    }
    throw new DataException(
        name(wanted.getURI()) + " has no series on line " + wanted.getLineNumber() + ".");
  }

  @Override
  public List<SequenceRecord> loadSequenceFromMetaData(List<RecordMetaData> metaData) {
    return metaData.stream().map(this::loadSequenceFromMetaData).toList();
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  @Override
  public void setConf(Configuration conf) {
    configuration = conf;
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public List<List<Writable>> sequenceRecord(URI uri, DataInputStream stream) {
    throw new UnsupportedOperationException(
        "a .ts file holds many sequences; use initialize(InputSplit) and sequenceRecord()");
  }

  @Override
  public List<Writable> next() {
    throw sequencesOnly();
  }

  @Override
  public Record nextRecord() {
    throw sequencesOnly();
  }

  @Override
  public List<Writable> record(URI uri, DataInputStream stream) {
    throw sequencesOnly();
  }

  @Override
  public Record loadFromMetaData(RecordMetaData metaData) {
    throw sequencesOnly();
  }

  @Override
  public List<Record> loadFromMetaData(List<RecordMetaData> metaData) {
    throw sequencesOnly();
  }

  private static UnsupportedOperationException sequencesOnly() {
    return new UnsupportedOperationException(
        "this reader gives sequences; use sequenceRecord() or nextSequence()");
  }
}
