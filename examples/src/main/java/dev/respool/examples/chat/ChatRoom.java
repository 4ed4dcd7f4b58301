package dev.respool.examples.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Who is here, and who hears what. No method waits. */
final class ChatRoom {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,20}");

  private final Map<String, ChatClient> clients = new LinkedHashMap<>();
  private int guests;
  private boolean closed;

  /** A name that nobody has. */
  String guestName() {
    String name;
    do {
      name = "guest-" + ++guests;
    } while (clients.containsKey(key(name)));
    return name;
  }

  void join(ChatClient client) {
    clients.put(key(client.name()), client);
    client.tell("* welcome, " + client.name() + ": /name NAME, /who, /quit");
    tellOthers(client, "* " + client.name() + " has joined");
    if (closed) {
      client.dismiss("* the server is closed");
    }
  }

  void leave(ChatClient client) {
    clients.remove(key(client.name()));
    tellOthers(client, "* " + client.name() + " " + client.leaving());
  }

  void say(ChatClient speaker, String line) {
    tellOthers(speaker, speaker.name() + ": " + line);
  }

  void rename(ChatClient client, String name) {
    if (!NAME.matcher(name).matches()) {
      client.tell("* a name has 1 to 20 letters, digits, _ and -");
      return;
    }
    ChatClient holder = clients.get(key(name));
    if (holder != null && holder != client) {
      client.tell("* " + holder.name() + " is here already: choose another name");
      return;
    }
    String before = client.name();
    clients.remove(key(before));
    client.rename(name);
    clients.put(key(name), client);
    client.tell("* you are " + name);
    tellOthers(client, "* " + before + " is now " + name);
  }

  List<String> names() {
    return clients.values().stream().map(ChatClient::name).toList();
  }

  /** Ends all conversations when the clients have got their last line. */
  void close() {
    closed = true;
    List.copyOf(clients.values()).forEach(client -> client.dismiss("* the server ends: goodbye"));
  }

  /** Somebody may be dropped meanwhile; that one's own task takes it out of the room. */
  private void tellOthers(ChatClient speaker, String line) {
    for (ChatClient client : new ArrayList<>(clients.values())) {
      if (client != speaker) {
        client.tell(line);
      }
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
