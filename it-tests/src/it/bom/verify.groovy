assert new File(basedir, 'target/classes/com/acme/Pump.class').isFile()

// Who imports the BOM gets versions of Respool's own artifacts and of nothing else.
def bom = new File(localRepositoryPath, 'dev/respool/respool-bom').listFiles()
    .findAll { it.directory }.collectMany { it.listFiles() as List }
    .find { it.name ==~ /respool-bom-.*\.pom/ }.text
assert !bom.contains('<parent>')
def managed = bom.findAll(~/<artifactId>([^<]+)</) { it[1] } as Set
assert bom.findAll(~/<groupId>([^<]+)</) { it[1] } as Set == ['dev.respool'] as Set

// It names each module that is published as a jar.
def project = new File(basedir, '../../../..')
def text = { path -> new File(project, path).text }
def modules = text('pom.xml').findAll(~/<module>([^<]+)</) { it[1] }
def published = modules.findAll { !text("$it/pom.xml").contains('<maven.deploy.skip>true<') }
assert managed == published.collect { "respool-$it".toString() } as Set
