package io.equivar.core.detect;

import io.equivar.core.detect.measure.AveragePrecision;
import io.equivar.core.detect.measure.Detection;
import io.equivar.core.detect.measure.TrueObject;
import java.util.List;
import java.util.Locale;

/**
 * How good detections are; all in [0, 1].
 *
 * @param ap COCO's average precision, averaged over the overlaps .5, .55, ..., .95
 * @param ap50 COCO's at the overlap .5
 * @param ap75 COCO's at the overlap .75
 * @param voc VOC's at the overlap .5, the exact area
 * @param voc2007 VOC's of 2007 at the overlap .5, eleven points
 */
public record DetectionScores(double ap, double ap50, double ap75, double voc, double voc2007) {

  /** Measures. */
  public static DetectionScores of(List<TrueObject> objects, List<Detection> detections) {
    return new DetectionScores(
        AveragePrecision.COCO.meanOverThresholds(objects, detections),
        AveragePrecision.COCO.mean(objects, detections, 0.5),
        AveragePrecision.COCO.mean(objects, detections, 0.75),
        AveragePrecision.VOC.mean(objects, detections, 0.5),
        AveragePrecision.VOC_2007.mean(objects, detections, 0.5));
  }

  /** Returns the figures in percent, as a line of the report's table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%6.1f  %6.1f  %6.1f  %6.1f  %6.1f",
        100 * ap,
        100 * ap50,
        100 * ap75,
        100 * voc,
        100 * voc2007);
  }
}
