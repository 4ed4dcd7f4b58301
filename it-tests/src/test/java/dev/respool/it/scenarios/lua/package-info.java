/**
 * Programs in Lua whose coroutines are saved. LuaJ knows nothing of it: an agent makes it
 * suspendable and its values serializable, and the classes that the documentation shows do the
 * rest.
 */
package dev.respool.it.scenarios.lua;
