package dev.respool.it.scenarios.lua;

/** The programs. */
public enum LuaScript {
  /** Nested calls, upvalues, variable arguments. */
  NESTED(
      """
      local count = 0
      local function counter() count = count + 1 return count end
      local function leaf(n, ...)
        local got = coroutine.yield('leaf ' .. n)
        return n + select('#', ...), tostring(got)
      end
      local function middle(n)
        local sum = 0
        for i = 1, n do
          local value, text = leaf(i, counter(), counter())
          sum = sum + value
          coroutine.yield(text .. sum)
        end
        return sum
      end
      local function deep(n)
        if n == 0 then return middle(2) end
        local below = deep(n - 1)
        return below + 1
      end
      local function tail(n, ...)
        if n == 0 then return ... end
        coroutine.yield('tail ' .. n)
        return tail(n - 1, n, ...)
      end
      return deep(20) .. ' ' .. count .. select('#', tail(3))
      """),
  /** Tables, metatables, keys that LuaJ finds by identity, nil, true and false. */
  TABLES(
      """
      local Account = {}
      Account.__index = Account
      local function new(id) return setmetatable({id = id, paid = {}}, Account) end
      function Account:pay(amount)
        coroutine.yield(self.id .. ' pays ' .. amount)
        self.paid[#self.paid + 1] = amount
        self.paid.last = amount
        return self
      end
      local a, b = new('a'), new('b')
      a.friend, b.friend = b, a
      local names = {[a] = 'A', [b] = 'B', [Account] = 'Account', [print] = 'print', [new] = 'new',
          [true] = 'yes', [false] = 'no', [1.5] = 'number', text = 'text', 'first'}
      coroutine.yield(names[a])
      a:pay(5):pay(7)
      local flag, none = a ~= b, nil
      coroutine.yield('before')
      names[a] = names[a] .. '!'
      return names[a] .. names[a.friend] .. names[Account] .. names[print] .. names[new]
          .. names[true] .. names[false] .. names[1.5] .. names.text .. names[1]
          .. tostring(flag == true) .. tostring(none == nil) .. tostring(a.missing == nil)
          .. #a.paid .. a.paid.last .. a.friend.friend.id .. tostring(getmetatable(b) == Account)
      """),
  /** Functions of Lua's library that call functions of the script, and loops over iterators. */
  LIBRARY(
      """
      local words = {'c', 'a', 'b'}
      table.sort(words, function(x, y) coroutine.yield(x .. y) return x < y end)
      local said = string.gsub('one two', '%a+', function(word)
        coroutine.yield(word)
        return word:upper()
      end)
      local ok, failure = pcall(function() coroutine.yield('guarded') error('thrown') end)
      for word in string.gmatch('x y z', '%a') do coroutine.yield(word) said = said .. word end
      for i, word in ipairs(words) do coroutine.yield(i) said = said .. word end
      for key, value in pairs({x = 1, y = 2, 10, 20}) do
        coroutine.yield(value)
        said = said .. key .. value
      end
      return said .. tostring(ok) .. failure
      """),
  /**
   * Coroutines of the script: suspended ones, one that is at its end and one that has not begun.
   */
  COROUTINES(
      """
      local function numbers(n)
        return coroutine.wrap(function()
          for i = 1, n do coroutine.yield(i) end
          return 'end'
        end)
      end
      local one, two, unused, said = numbers(3), numbers(2), numbers(9), ''
      for i = 1, 3 do
        local a, b = one(), two()
        coroutine.yield(a .. ',' .. b)
        said = said .. a .. b
      end
      return said .. one() .. unused()
      """),
  /** Globals of the script. */
  GLOBALS(
      """
      count = 0
      function step(n)
        count = count + n
        coroutine.yield(count)
        return count
      end
      step(1)
      step(2)
      return step(3) .. type(print) .. tostring(rawget(_G, 'count')) .. string.rep('x', count)
      """),
  /** What operators call. */
  METAMETHODS(
      """
      local lazy = setmetatable({}, {
        __index = function(self, key)
          coroutine.yield('computes ' .. key)
          local value = #key
          rawset(self, key, value)
          return value
        end,
        __add = function(x, y) coroutine.yield('adds') return 42 end,
        __call = function(self, x) coroutine.yield('called with ' .. x) return x end
      })
      return lazy.abc + lazy.defgh + (lazy + 1) + lazy.abc + lazy(7)
      """);

  private final String text;

  LuaScript(String text) {
    this.text = text;
  }

  /** The program. */
  public String text() {
    return text;
  }
}
