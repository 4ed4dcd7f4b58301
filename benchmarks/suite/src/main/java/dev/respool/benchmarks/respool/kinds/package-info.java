/**
 * 64 kinds of suspended methods, for measuring what a program gets that has many: generators whose
 * frames differ in what they keep, in where they are suspended and in what has called what. And a
 * few of coroutines and of generators of objects, which are resumed by other code.
 */
package dev.respool.benchmarks.respool.kinds;
