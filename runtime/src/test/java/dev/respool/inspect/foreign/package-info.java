/** Values of classes that are not the runtime's, which decides how they are shown. */
package dev.respool.inspect.foreign;
