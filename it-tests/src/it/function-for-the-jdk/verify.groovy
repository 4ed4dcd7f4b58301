def log = new File(basedir, 'build.log').text
assert log.contains('1 suspension problem:')

def line = new File(basedir, 'src/main/java/com/acme/Pump.java').readLines().findIndexOf { it.contains('forEach') } + 1
def problem = log.readLines().find { it.contains('com.acme.Pump.drain(Pump.java:' + line + ')') }
assert problem != null
assert problem.contains('gives java.util.List.forEach a lambda or method reference that suspends')
assert problem =~ /com\.acme\.Pump\.fill -> dev\.respool\.Coroutine\.yield\); write a for loop/
