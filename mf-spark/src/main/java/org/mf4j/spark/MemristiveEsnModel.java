package org.mf4j.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.mf4j.models.FittedModel;
import org.mf4j.networks.SeriesNetwork;
import scala.Option;

/**
 * A fitted {@link MemristiveEsn}: adds a prediction to every series, and the scores and, where it
 * was calibrated, the probabilities of classes.
 */
public final class MemristiveEsnModel extends Model<MemristiveEsnModel>
    implements SeriesColumns, MLWritable {
  private static final long serialVersionUID = 1;
  private static final String FILE = "model.zip";

  private final String uid;
  private final byte[] file;
  private final SeriesParams columns;

  MemristiveEsnModel(String uid, byte[] file) {
    this.uid = uid;
    this.file = file;
    columns = SeriesParams.of(this);
    columns.setDefaults(this);
  }

  /**
   * A model that was fitted on one machine, as by {@code mf train}, for a cluster.
   *
   * @param model a reservoir; what transforms its series is applied here, too
   * @return the model with its default params
   * @throws IllegalArgumentException if its recurrent weights were trained
   */
  public static MemristiveEsnModel of(FittedModel model) {
    if (model.kind().isTrained()) {
      throw new IllegalArgumentException(
          "model: is a %s, which was trained; must be a reservoir".formatted(model.kind().id()));
    }
    return new MemristiveEsnModel(
        Identifiable.randomUID("memristiveEsnModel"), SentModel.file(model));
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public SeriesParams columns() {
    return columns;
  }

  /**
   * The model as other programs have it.
   *
   * @return a new copy; saved, it is a file that {@code mf predict} reads
   */
  public FittedModel model() {
    return SentModel.open(file);
  }

  MemristiveEsnModel asChildOf(MemristiveEsn estimator) {
    setParent(estimator);
    return this;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> data) {
    StructType answer = transformSchema(data.schema());
    Dataset<Row> rows = data.toDF();
    FittedModel model = model();
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    RowReader reader =
        RowReader.ofScoring(this, rows.schema(), (int) SeriesNetwork.channels(model.network()));
    boolean keeps = "keep".equals(getOrDefault(badRows()));
    return rows.mapPartitions(new Scoring(send(context), reader, keeps), Encoders.row(answer));
  }

  /** The model on its way to the executors. */
  SentModel send(JavaSparkContext context) {
    return SentModel.send(context, file);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return Schemas.withPredictions(this, schema, Answer.of(model()));
  }

  @Override
  public MemristiveEsnModel copy(ParamMap extra) {
    MemristiveEsnModel copy = copyValues(new MemristiveEsnModel(uid, file), extra);
    copy.setParent(parent());
    return copy;
  }

  @Override
  public MLWriter write() {
    return new Writer(this);
  }

  /** {@return what reads a saved one} */
  public static MLReader<MemristiveEsnModel> read() {
    return new Reader();
  }

  /**
   * Reads a saved one.
   *
   * @param path where it was saved
   * @return the model with its params
   */
  public static MemristiveEsnModel load(String path) {
    return read().load(path);
  }

  private static Path file(String folder) {
    return new Path(folder, FILE);
  }

  /** Spark's metadata and the file of the model beside them. */
  private static final class Writer extends MLWriter {
    private final MemristiveEsnModel model;

    Writer(MemristiveEsnModel model) {
      this.model = model;
    }

    @Override
    public void saveImpl(String path) {
      SparkContext context = sc();
      DefaultParamsWriter.saveMetadata(model, path, context, Option.empty(), Option.empty());
      try {
        FileSystem files = file(path).getFileSystem(context.hadoopConfiguration());
        try (FSDataOutputStream out = files.create(file(path), true)) {
          out.write(model.file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Reader extends MLReader<MemristiveEsnModel> {
    @Override
    public MemristiveEsnModel load(String path) {
      DefaultParamsReader.Metadata metadata =
          DefaultParamsReader.loadMetadata(path, sc(), MemristiveEsnModel.class.getName());
      try {
        FileSystem files = file(path).getFileSystem(sc().hadoopConfiguration());
        try (FSDataInputStream in = files.open(file(path))) {
          MemristiveEsnModel model = new MemristiveEsnModel(metadata.uid(), in.readAllBytes());
          metadata.getAndSetParams(model, Option.empty());
          return model;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
