package io.equivar.core.exchange;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.nio.file.Path;

/** Says what is wrong with a file of tensors. */
final class FileProblem {

  private static final String DAMAGED = "It is damaged, or not what it seems: get it again";

  private FileProblem() {}

  static ConfigurationException of(Path file, String rule, String got, String nextStep) {
    return new ConfigurationException(new Problem(file.toString(), rule, got, nextStep));
  }

  /** Refuses a file that cannot have been written like that. */
  static ConfigurationException damaged(Path file, String rule, String got) {
    return of(file, rule, got, DAMAGED);
  }

  /** Refuses what can only be read by running the code in it. */
  static ConfigurationException pickle(Path file) {
    return of(
        file,
        "must be safetensors or npz",
        "pickled Python objects, as torch.save writes them, which may run any code when they are read",
        "Convert it where it is trusted: safetensors.torch.save_file(torch.load(FILE), OUT)");
  }
}
