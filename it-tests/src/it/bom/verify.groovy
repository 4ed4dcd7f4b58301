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
def jars // a module that is not deployed says so for the modules below it too
jars = { directory ->
    def pom = text("$directory/pom.xml")
    def modules = pom.findAll(~/<module>([^<]+)</) { "$directory/${it[1]}" }
    if (pom.contains('<maven.deploy.skip>true<')) {
        return []
    }
    modules.isEmpty() ? [directory] : modules.collectMany(jars)
}
assert managed == jars('.').collect { 'respool-' + new File(it.toString()).name } as Set
