def log = new File(basedir, 'build.log').text
def says = { text -> log.contains(text) }
assert says(':check (default)')
assert says('1 suspension problem:')

def line = new File(basedir, 'src/main/java/com/acme/Pump.java').readLines().findIndexOf { it == '    drain();' } + 1
def problem = log.readLines().find { it.contains('com.acme.Pump.stop(Pump.java:' + line + ')') }
assert problem != null
assert problem =~ /com\.acme\.Pump\.stop.* -> com\.acme\.Pump\.drain.* -> com\.acme\.Pump\.open.* -> dev\.respool\.Coroutine\.yield/
assert problem =~ /annotate com\.acme\.Pump\.stop.* with @Suspendable/
