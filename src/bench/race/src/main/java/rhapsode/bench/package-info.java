/**
 * A race between our network, stock DL4J layers and libtorch. Each runner is a process of its own;
 * they take turns, so that whatever else the machine does hits all of them alike.
 */
package rhapsode.bench;
