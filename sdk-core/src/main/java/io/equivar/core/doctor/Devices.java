package io.equivar.core.doctor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

/**
 * The devices that TensorFlow sees. TensorFlow Java has no call for it, so this one class speaks to
 * its C interface.
 */
final class Devices {

  private Devices() {}

  /**
   * A device.
   *
   * @param type {@code CPU} or {@code GPU}
   * @param memoryBytes as TensorFlow states it
   */
  record Device(String type, long memoryBytes) {}

  /** Lists the devices; loads TensorFlow. */
  static List<Device> list() {
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_Graph graph = TF_Graph.newGraph();
      TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
      TF_Session session = TF_Session.newSession(graph, options, status);
      status.throwExceptionIfNotOK();
      scope.attach(session);
      TF_DeviceList list = tensorflow.TF_SessionListDevices(session, status);
      status.throwExceptionIfNotOK();
      try {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < tensorflow.TF_DeviceListCount(list); i++) {
          devices.add(
              new Device(
                  tensorflow.TF_DeviceListType(list, i, status).getString(),
                  tensorflow.TF_DeviceListMemoryBytes(list, i, status)));
        }
        return devices;
      } finally {
        tensorflow.TF_DeleteDeviceList(list);
      }
    }
  }
}
