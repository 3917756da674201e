package rhapsode.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a checkpoint keeps of a training that was shared out.
 *
 * @param states that each share carries on; empty at the beginning of a pass
 */
record TeamMemory(Sharing sharing, List<CarriedStates> states) {
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(sharing.shares());
      out.writeInt(sharing.steps());
      out.writeInt(states.size());
      for (CarriedStates state : states) {
        out.writeInt(state.bytes().length);
        out.write(state.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static TeamMemory read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var sharing = new Sharing(in.readInt(), in.readInt());
      var states = new ArrayList<CarriedStates>();
      for (int left = in.readInt(); left > 0; left--) {
        states.add(new CarriedStates(in.readNBytes(in.readInt())));
      }
      return new TeamMemory(sharing, states);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
