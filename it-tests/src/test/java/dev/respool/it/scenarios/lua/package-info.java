/**
 * Programs in Lua whose coroutines are saved. LuaJ knows nothing of it: an agent makes it
 * suspendable and its values serializable.
 */
package dev.respool.it.scenarios.lua;
