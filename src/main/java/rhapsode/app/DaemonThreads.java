package rhapsode.app;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that keep no process from ending.
 *
 * @param name of each
 */
record DaemonThreads(String name) implements ThreadFactory {
  @Override
  public Thread newThread(Runnable task) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
