def log = new File(basedir, 'build.log').text
assert log =~ /Instrumented \d+ methods of \d+ classes/

// How long the tables are stands in decision 7, which a test compares with them.
def page = new File(basedir, '../../../../docs/decisions/0007-who-called.md').text.replaceAll(/\s+/, ' ')
def tables = (page =~ /(\d+) rows that are refused, (\d+) that are captured/)[0]
def woven = (page =~ /(\d+) refused only where assertions are on/)[0]
int rows = (tables[1] as int) + (tables[2] as int)

// Twice the whole of both; with assertions there is more of the first.
def runs = (log =~ /Tests run: (\d+), Failures: 0, Errors: 0, Skipped: 0\R/).collect { it[1] as int }
assert runs == [rows + (woven[1] as int), rows]
