/** The libtorch peer of the benchmark: the same networks through libtorch's C++ API. */
package rhapsode.bench.libtorch;
