/** The lambdas of its classes are saved. */
@Saveable
package com.acme.marked;

import dev.respool.Saveable;
