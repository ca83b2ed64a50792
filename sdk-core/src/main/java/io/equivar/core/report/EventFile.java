package io.equivar.core.report;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.summary.SummaryWriter;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/** Writes scalars over steps into an event file that TensorBoard reads. */
public final class EventFile implements AutoCloseable {

  private static final int QUEUED_EVENTS = 100;
  private static final int FLUSH_MILLIS = 10_000;

  private final ModelGraph graph = ModelGraph.forEvaluation();
  private final GraphSession session;
  private final Placeholder<TString> tag;
  private final Placeholder<TInt64> step;
  private final Placeholder<TFloat32> value;
  private final Op write;
  private final Op flush;
  private final Op close;

  private final Path folder;

  /**
   * Starts an event file in {@code folder}, which exists.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public EventFile(Path folder) {
    this.folder = folder;
    Ops tf = graph.tf();
    SummaryWriter writer = tf.summary.summaryWriter();
    Op create =
        tf.summary.createSummaryFileWriter(
            writer,
            tf.constant(folder.toAbsolutePath().toString()),
            tf.constant(QUEUED_EVENTS),
            tf.constant(FLUSH_MILLIS),
            tf.constant(""));
    tag = tf.placeholder(TString.class);
    step = tf.placeholder(TInt64.class);
    value = tf.placeholder(TFloat32.class);
    write = tf.summary.writeScalarSummary(writer, step, tag, value);
    flush = tf.summary.flushSummaryWriter(writer);
    close = tf.summary.closeSummaryWriter(writer);
    session = new GraphSession(graph, SessionOptions.DEFAULT);
    try {
      run(session.runner().addTarget(create));
    } catch (UncheckedIOException e) {
      session.close();
      graph.close();
      throw e;
    }
  }

  private void run(Session.Runner runner) {
    try {
      runner.run().close();
    } catch (TensorFlowException e) {
      throw new UncheckedIOException(
          "cannot write the TensorBoard events into "
              + folder
              + ". Make room or the folder writable, then go on with --resume",
          new IOException(e.getMessage(), e));
    }
  }

  /**
   * Writes the values of a step, by tag.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  public void write(long stepNumber, Map<String, Double> values) {
    values.forEach(
        (name, scalar) -> {
          try (TString tagTensor = TString.scalarOf(name);
              TInt64 stepTensor = TInt64.scalarOf(stepNumber);
              TFloat32 valueTensor = TFloat32.scalarOf(scalar.floatValue())) {
            Session.Runner runner = session.runner();
            runner.feed(tag, tagTensor).feed(step, stepTensor).feed(value, valueTensor);
            run(runner.addTarget(write));
          }
        });
    run(session.runner().addTarget(flush));
  }

  @Override
  public void close() {
    try {
      run(session.runner().addTarget(close));
    } finally {
      session.close();
      graph.close();
    }
  }
}
