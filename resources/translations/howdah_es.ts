<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>howdah::AddClusterDialog</name>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>streams from %1</source>
        <translation>replica desde %1</translation>
    </message>
    <message>
        <source>Nodes found: %1</source>
        <translation>Nodos encontrados: %1</translation>
    </message>
    <message>
        <source>There is a cluster called “%1” already; choose another name.</source>
        <translation>Ya hay un clúster llamado “%1”; elija otro nombre.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Find nodes</source>
        <translation>Buscar nodos</translation>
    </message>
    <message>
        <source>Say where one of its servers is first.</source>
        <translation>Indique primero dónde está uno de sus servidores.</translation>
    </message>
    <message>
        <source>Find the cluster&apos;s nodes first.</source>
        <translation>Busque primero los nodos del clúster.</translation>
    </message>
    <message>
        <source>Add a cluster</source>
        <translation>Añadir un clúster</translation>
    </message>
    <message>
        <source>Name one server of it. Howdah finds the others and changes nothing.</source>
        <translation>Indique uno de sus servidores. Howdah encuentra los demás y no cambia nada.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>A URI or keyword=value settings, as psql takes them; service= and several hosts too.</source>
        <translation>Un URI o parámetros clave=valor, como los admite psql; también service= y varios hosts.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>Contraseña (opcional)</translation>
    </message>
    <message>
        <source>Never written to a file by Howdah. Where it is missing, ~/.pgpass and passfile= are used.</source>
        <translation>Howdah nunca la escribe en un archivo. Si falta, se usan ~/.pgpass y passfile=.</translation>
    </message>
    <message>
        <source>Give host, port, user and database one by one</source>
        <translation>Dar host, puerto, usuario y base de datos uno por uno</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>5432 (default)</source>
        <translation>5432 (predeterminado)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Looking for nodes</source>
        <translation>Buscando nodos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Group (optional)</source>
        <translation>Grupo (opcional)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add cluster</source>
        <translation>Añadir clúster</translation>
    </message>
    <message>
        <source>The server&apos;s port is closed to this machine: reach it over ssh</source>
        <translation>El puerto del servidor está cerrado para esta máquina: llegue a él por ssh</translation>
    </message>
    <message>
        <source>“ssh:” and a name of ~/.ssh/config or user@machine:port. Your own ssh leads there; the cluster&apos;s other servers are looked for there too, and on machines of their own by the same login.</source>
        <translation>“ssh:” y un nombre de ~/.ssh/config o user@machine:port. Su propio ssh lleva hasta allí; los demás servidores del clúster se buscan también allí, y en máquinas propias con el mismo inicio de sesión.</translation>
    </message>
</context>
<context>
    <name>howdah::AdvanceSlot</name>
    <message>
        <source>&quot;%1&quot; has no position: %2.</source>
        <translation>&quot;%1&quot; no tiene posición: %2.</translation>
    </message>
    <message>
        <source>Drop it and create it anew.</source>
        <translation>Elimínelo y créelo de nuevo.</translation>
    </message>
    <message>
        <source>It stands at %1; the WAL of %2 ends at %3.</source>
        <translation>Está en %1; el WAL de %2 termina en %3.</translation>
    </message>
    <message>
        <source>an unknown place</source>
        <translation>un lugar desconocido</translation>
    </message>
    <message>
        <source>Choose a later position: a slot never goes back.</source>
        <translation>Elija una posición posterior: un slot nunca retrocede.</translation>
    </message>
    <message>
        <source>Choose a position that the server has reached.</source>
        <translation>Elija una posición a la que el servidor haya llegado.</translation>
    </message>
    <message>
        <source>A logical slot is advanced on the primary.</source>
        <translation>Un slot lógico se avanza en el primario.</translation>
    </message>
    <message>
        <source>It is a logical slot of the database %1 (%2).</source>
        <translation>Es un slot lógico de la base de datos %1 (%2).</translation>
    </message>
    <message>
        <source>Its subscriber never gets the changes in between; do this only to leave something out on purpose.</source>
        <translation>Su suscriptor nunca recibe los cambios intermedios; haga esto solo para omitir algo a propósito.</translation>
    </message>
    <message>
        <source>No node on record is set to use it.</source>
        <translation>Ningún nodo registrado está configurado para usarlo.</translation>
    </message>
    <message>
        <source>%1 is set to use it, and had received up to %2 when it last answered.</source>
        <translation>%1 está configurado para usarlo, y había recibido hasta %2 cuando respondió por última vez.</translation>
    </message>
    <message>
        <source>%1 is set to use it; what it has received is not known.</source>
        <translation>%1 está configurado para usarlo; no se sabe qué ha recibido.</translation>
    </message>
    <message>
        <source>It would lack the WAL up to there and have to be cloned anew. Choose a position that it has reached.</source>
        <translation>Le faltaría el WAL hasta ahí y habría que clonarlo de nuevo. Elija una posición a la que haya llegado.</translation>
    </message>
    <message>
        <source>Advance the slot &quot;%1&quot; to %2</source>
        <translation>Avanzar el slot &quot;%1&quot; hasta %2</translation>
    </message>
    <message>
        <source>Advance the slot &quot;%1&quot; on %2</source>
        <translation>Avanzar el slot &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>the slot &quot;%1&quot; stands at %2 or later</source>
        <translation>el slot &quot;%1&quot; está en %2 o más adelante</translation>
    </message>
    <message>
        <source>The node that the slot is on.</source>
        <translation>El nodo en el que está el slot.</translation>
    </message>
    <message>
        <source>The slot to advance; nobody may be using it.</source>
        <translation>El slot que se avanza; nadie debe estar usándolo.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>The position (LSN) up to which nothing is kept any more; suggested is the end of the WAL.</source>
        <translation>La posición (LSN) hasta la que ya no se conserva nada; se propone el final del WAL.</translation>
    </message>
    <message>
        <source>A position is written like 16/B374D848.</source>
        <translation>Una posición se escribe como 16/B374D848.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; on %2 lets go of %3 of WAL; it cannot be put back.</source>
        <translation>El slot &quot;%1&quot; de %2 renuncia a %3 de WAL; no se puede recuperar.</translation>
    </message>
    <message>
        <source>Advance a replication slot</source>
        <translation>Avanzar un slot de replicación</translation>
    </message>
    <message>
        <source>Lets a slot&apos;s user skip WAL that it no longer needs, so that it is not kept.</source>
        <translation>Hace que el usuario de un slot se salte el WAL que ya no necesita, para que no se conserve.</translation>
    </message>
    <message>
        <source>It goes forward, to where there is WAL</source>
        <translation>Avanza hacia delante, hasta donde hay WAL</translation>
    </message>
    <message>
        <source>A slot neither goes back nor ahead of its server.</source>
        <translation>Un slot no retrocede ni se adelanta a su servidor.</translation>
    </message>
    <message>
        <source>Nobody will miss what is skipped</source>
        <translation>Nadie echará de menos lo que se salta</translation>
    </message>
    <message>
        <source>Whoever it was made for needs all that it has not received.</source>
        <translation>Aquel para quien se creó necesita todo lo que no ha recibido.</translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveCoverage</name>
    <message>
        <source>What the archive holds, by timeline</source>
        <translation>Lo que contiene el archivo de WAL, por timeline</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n segment(s)</source>
        <translation>
            <numerusform>Falta %n segmento</numerusform>
            <numerusform>Faltan %n segmentos</numerusform>
        </translation>
    </message>
    <message>
        <source>No recovery goes past here.</source>
        <translation>Ninguna recuperación pasa de aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), %1</source>
        <translation>
            <numerusform>%n segmento, %1</numerusform>
            <numerusform>%n segmentos, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Archived %1 to %2</source>
        <translation>Archivado de %1 a %2</translation>
    </message>
    <message>
        <source>Timeline %1</source>
        <translation>Timeline %1</translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveGrowthChart</name>
    <message>
        <source>How the archive grows</source>
        <translation>Cómo crece el archivo de WAL</translation>
    </message>
    <message>
        <source>%1, %2 an hour</source>
        <translation>%1, %2 por hora</translation>
    </message>
    <message>
        <source>%1, %2 of WAL a transaction</source>
        <translation>%1, %2 de WAL por transacción</translation>
    </message>
    <message>
        <source>%1; at this pace the disk is full on %2.</source>
        <translation>%1; a este ritmo el disco se llena el %2.</translation>
    </message>
    <message>
        <source>Nothing is archived yet.</source>
        <translation>Aún no se ha archivado nada.</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disco lleno</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveHeader</name>
    <message>
        <source>%1 is cut off: it has %2 bytes of %3.</source>
        <translation>%1 está truncado: tiene %2 bytes de %3.</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked.</source>
        <translation>%1 no se puede descomprimir.</translation>
    </message>
    <message>
        <source>%1 is no WAL segment, whatever its name says.</source>
        <translation>%1 no es un segmento de WAL, diga lo que diga su nombre.</translation>
    </message>
    <message>
        <source>%1 is of another cluster: its system identifier is %2, not %3.</source>
        <translation>%1 es de otro clúster: su identificador de sistema es %2, no %3.</translation>
    </message>
    <message>
        <source>%1 was written with segments of %2 bytes, not %3.</source>
        <translation>%1 se escribió con segmentos de %2 bytes, no de %3.</translation>
    </message>
    <message>
        <source>%1 holds the WAL from %2 on timeline %3, which has another name.</source>
        <translation>%1 contiene el WAL desde %2 en el timeline %3, que lleva otro nombre.</translation>
    </message>
</context>
<context>
    <name>howdah::ArchivePage</name>
    <message>
        <source>Look again</source>
        <translation>Mirar de nuevo</translation>
    </message>
    <message>
        <source>What keeps WAL</source>
        <translation>Qué conserva WAL</translation>
    </message>
    <message>
        <source>Nobody keeps WAL: no archiver, no slot.</source>
        <translation>Nadie conserva WAL: ni archivador ni slot.</translation>
    </message>
    <message>
        <source>Looking at the archive …</source>
        <translation>Mirando el archivo de WAL …</translation>
    </message>
    <message>
        <source>What it holds and lacks, how it grows and what keeps WAL is shown here.</source>
        <translation>Aquí se muestra lo que contiene y lo que le falta, cómo crece y qué conserva WAL.</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Remedio</translation>
    </message>
    <message>
        <source>Each timeline&apos;s segments are drawn here, with the holes where they are.</source>
        <translation>Aquí se dibujan los segmentos de cada timeline, con los huecos donde están.</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crecimiento</translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveTrouble</name>
    <message>
        <source>The archive directory %1 is not there (only %2 is).</source>
        <translation>El directorio del archivo de WAL %1 no está (solo está %2).</translation>
    </message>
    <message>
        <source>Mount what holds it, or make it: install -d -o %1 -m 700 %2</source>
        <translation>Monte lo que lo contiene o créelo: install -d -o %1 -m 700 %2</translation>
    </message>
    <message>
        <source>%1 is no directory.</source>
        <translation>%1 no es un directorio.</translation>
    </message>
    <message>
        <source>Name another directory for the archive.</source>
        <translation>Indique otro directorio para el archivo de WAL.</translation>
    </message>
    <message>
        <source>%1 may not write into %2, which belongs to %3.</source>
        <translation>%1 no puede escribir en %2, que pertenece a %3.</translation>
    </message>
    <message>
        <source>Give it to the server&apos;s user: chown %1 %2</source>
        <translation>Déselo al usuario del servidor: chown %1 %2</translation>
    </message>
    <message>
        <source>The disk of %1 is full: %2 are free, a segment needs %3.</source>
        <translation>El disco de %1 está lleno: quedan libres %2, un segmento necesita %3.</translation>
    </message>
    <message>
        <source>Make room there, or archive to another disk.</source>
        <translation>Haga sitio allí o archive en otro disco.</translation>
    </message>
    <message>
        <source>A segment of that name lies in %1 already and says something else: %2</source>
        <translation>Ya hay en %1 un segmento con ese nombre y dice otra cosa: %2</translation>
    </message>
    <message>
        <source>Two clusters share this archive, or an old one was left there: archive to a directory of its own.</source>
        <translation>Dos clústeres comparten este archivo de WAL, o quedó allí uno antiguo: archive en un directorio propio.</translation>
    </message>
    <message>
        <source>The server cannot find its archive_command: %1</source>
        <translation>El servidor no encuentra su archive_command: %1</translation>
    </message>
    <message>
        <source>Install it, or set archiving up anew. The server&apos;s statistics do not count this failure.</source>
        <translation>Instálelo o configure de nuevo el archivado. Las estadísticas del servidor no cuentan este fallo.</translation>
    </message>
    <message>
        <source>The server may not run its archive_command: %1</source>
        <translation>El servidor no puede ejecutar su archive_command: %1</translation>
    </message>
    <message>
        <source>Make it executable for %1, or set archiving up anew.</source>
        <translation>Hágalo ejecutable para %1 o configure de nuevo el archivado.</translation>
    </message>
    <message>
        <source>The disk of the archive was full: %1</source>
        <translation>El disco del archivo de WAL estaba lleno: %1</translation>
    </message>
    <message>
        <source>%1 may not write into the archive: %2</source>
        <translation>%1 no puede escribir en el archivo de WAL: %2</translation>
    </message>
    <message>
        <source>Give the directory to %1.</source>
        <translation>Dé el directorio a %1.</translation>
    </message>
    <message>
        <source>The archive is not there: %1</source>
        <translation>El archivo de WAL no está: %1</translation>
    </message>
    <message>
        <source>Mount what holds it, or set archiving up anew.</source>
        <translation>Monte lo que lo contiene o configure de nuevo el archivado.</translation>
    </message>
    <message>
        <source>archive_command ends with code %1.</source>
        <translation>archive_command termina con el código %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) wait for the archiver.</source>
        <translation>
            <numerusform>%n segmento espera al archivador.</numerusform>
            <numerusform>%n segmentos esperan al archivador.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run it by hand as %1 and see what it says: %2</source>
        <translation>Ejecútelo a mano como %1 y vea qué dice: %2</translation>
    </message>
    <message>
        <source>Log in once by hand as %1: ssh %2</source>
        <translation>Inicie sesión una vez a mano como %1: ssh %2</translation>
    </message>
    <message>
        <source>The host key of %1 is not known to %2, or changed.</source>
        <translation>%2 no conoce la clave de host de %1, o ha cambiado.</translation>
    </message>
    <message>
        <source>%1 lets %2 not log in without a password: %3</source>
        <translation>%1 no deja que %2 inicie sesión sin contraseña: %3</translation>
    </message>
    <message>
        <source>Put the public key of %1 into authorized_keys there (ssh-copy-id), then log in once by hand.</source>
        <translation>Ponga allí la clave pública de %1 en authorized_keys (ssh-copy-id) y después inicie sesión una vez a mano.</translation>
    </message>
    <message>
        <source>%1 is not reached by ssh: %2</source>
        <translation>No se llega a %1 por ssh: %2</translation>
    </message>
    <message>
        <source>Start that machine, or mend the way to it. %1</source>
        <translation>Arranque esa máquina o restablezca el camino hasta ella. %1</translation>
    </message>
    <message>
        <source>archive_mode is %1 on %2, but there is no archive_command: finished WAL gathers on its disk.</source>
        <translation>archive_mode es %1 en %2, pero no hay archive_command: el WAL terminado se acumula en su disco.</translation>
    </message>
    <message>
        <source>Set archiving up, or switch archive_mode off.</source>
        <translation>Configure el archivado o desactive archive_mode.</translation>
    </message>
    <message>
        <source>The script %1 is gone, or may not be run by %2.</source>
        <translation>El script %1 ha desaparecido, o %2 no puede ejecutarlo.</translation>
    </message>
    <message>
        <source>Set archiving up anew: that installs it.</source>
        <translation>Configure de nuevo el archivado: eso lo instala.</translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveView</name>
    <message>
        <source>The archive %1 cannot be read as %2: %3</source>
        <translation>El archivo de WAL %1 no se puede leer como %2: %3</translation>
    </message>
    <message>
        <source>The archive is filled by the library %1: where it lies is not known here.</source>
        <translation>El archivo de WAL lo llena la biblioteca %1: aquí no se sabe dónde está.</translation>
    </message>
    <message>
        <source>The archive is kept by %1, whose files are not read here.</source>
        <translation>El archivo de WAL lo lleva %1, cuyos archivos no se leen aquí.</translation>
    </message>
    <message>
        <source>Where the archive lies cannot be told from archive_command: %1</source>
        <translation>No se puede saber dónde está el archivo de WAL a partir de archive_command: %1</translation>
    </message>
    <message>
        <source>No node of %1 answers: where its archive lies, only a server can tell.</source>
        <translation>Ningún nodo de %1 responde: dónde está su archivo de WAL solo puede decirlo un servidor.</translation>
    </message>
    <message>
        <source>Start one of its nodes.</source>
        <translation>Arranque uno de sus nodos.</translation>
    </message>
    <message>
        <source>Howdah has no access to the host of %1, where its WAL lies.</source>
        <translation>Howdah no tiene acceso al host de %1, donde está su WAL.</translation>
    </message>
    <message>
        <source>Name the host: “howdahctl cluster host”, or “Host…” in the node&apos;s menu.</source>
        <translation>Indique el host: “howdahctl cluster host”, o “Host…” en el menú del nodo.</translation>
    </message>
</context>
<context>
    <name>howdah::ArchiveWords</name>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>lost: what it needs is gone</source>
        <translation>perdido: lo que necesita ha desaparecido</translation>
    </message>
    <message>
        <source>about to be lost</source>
        <translation>a punto de perderse</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>nobody reads from it</source>
        <translation>nadie lee de él</translation>
    </message>
    <message numerus="yes">
        <source>%1 And %n more.</source>
        <translation>
            <numerusform>%1 Y %n más.</numerusform>
            <numerusform>%1 Y %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files in the archive are not what their names say</source>
        <translation>Hay archivos en el archivo de WAL que no son lo que dicen sus nombres</translation>
    </message>
    <message>
        <source>%1 They count as missing.</source>
        <translation>%1 Cuentan como ausentes.</translation>
    </message>
    <message>
        <source>Set up archiving…</source>
        <translation>Configurar el archivado…</translation>
    </message>
    <message>
        <source>WAL is not archived</source>
        <translation>El WAL no se archiva</translation>
    </message>
    <message>
        <source>The cluster can be recovered to the end of a base backup only, not to a moment between backups.</source>
        <translation>El clúster solo se puede recuperar hasta el final de una copia base, no a un momento entre copias.</translation>
    </message>
    <message>
        <source>The archive has a hole</source>
        <translation>El archivo de WAL tiene un hueco</translation>
    </message>
    <message>
        <source>%1 is missing: no recovery from a backup before it goes past it. A base backup taken now begins a new window.</source>
        <translation>Falta %1: ninguna recuperación desde una copia de seguridad anterior pasa de ahí. Una copia base tomada ahora inicia una nueva ventana.</translation>
    </message>
    <message>
        <source>The archive is not read here</source>
        <translation>El archivo de WAL no se lee aquí</translation>
    </message>
    <message>
        <source>archive_command may overwrite a segment, or leave half of one</source>
        <translation>archive_command puede sobrescribir un segmento o dejar medio</translation>
    </message>
    <message>
        <source>It is: %1. A copy that was cut off looks whole to the next recovery.</source>
        <translation>Es: %1. Una copia truncada le parece completa a la siguiente recuperación.</translation>
    </message>
    <message>
        <source>Archiving works</source>
        <translation>El archivado funciona</translation>
    </message>
    <message>
        <source>Archiving to %1</source>
        <translation>Se archiva en %1</translation>
    </message>
    <message>
        <source>No segment has been archived yet.</source>
        <translation>Aún no se ha archivado ningún segmento.</translation>
    </message>
    <message>
        <source>The last segment, %1, came %2.</source>
        <translation>El último segmento, %1, llegó %2.</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crecimiento</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 por hora</translation>
    </message>
    <message>
        <source>Free there</source>
        <translation>Libre allí</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Disco lleno</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dentro de %1</translation>
    </message>
    <message>
        <source>pg_wal</source>
        <translation>pg_wal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The archiver, replication slots, other receivers</source>
        <translation>El archivador, los slots de replicación, otros receptores</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Conserva</translation>
    </message>
    <message>
        <source>WAL that stays in pg_wal because of it</source>
        <translation>WAL que se queda en pg_wal por su causa</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>How much more can be written before it may lose WAL; empty: no limit is set</source>
        <translation>Cuánto más se puede escribir antes de que pueda perder WAL; vacío: no hay ningún límite fijado</translation>
    </message>
    <message>
        <source>has taken all</source>
        <translation>lo ha tomado todo</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) wait</source>
        <translation>
            <numerusform>%n segmento espera</numerusform>
            <numerusform>%n segmentos esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest is %1.</source>
        <translation>El más antiguo es %1.</translation>
    </message>
    <message>
        <source>Archiver</source>
        <translation>Archivador</translation>
    </message>
    <message>
        <source>archiving</source>
        <translation>archivando</translation>
    </message>
    <message>
        <source>logical slot</source>
        <translation>slot lógico</translation>
    </message>
    <message>
        <source>slot</source>
        <translation>slot</translation>
    </message>
    <message>
        <source>%1, %2 behind</source>
        <translation>%1, %2 de retraso</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>receptor</translation>
    </message>
</context>
<context>
    <name>howdah::AxisTicks</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>howdah::Backup</name>
    <message>
        <source>Take a base backup</source>
        <translation>Tomar una copia base</translation>
    </message>
    <message>
        <source>Copies a node as it runs, verifies every file and puts the copy on record, to recover from.</source>
        <translation>Copia un nodo en marcha, verifica cada archivo y registra la copia, para poder recuperar a partir de ella.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>The node to copy. A standby spares the primary.</source>
        <translation>El nodo que se copia. Copiar de un standby alivia al primario.</translation>
    </message>
    <message>
        <source>Backups lie in</source>
        <translation>Las copias de seguridad están en</translation>
    </message>
    <message>
        <source>A directory on that node&apos;s host; each backup gets one of its own in it.</source>
        <translation>Un directorio en el host de ese nodo; cada copia de seguridad recibe en él uno propio.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>What you call it, for example: before the upgrade.</source>
        <translation>Cómo la llama usted, por ejemplo: antes de la actualización.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>Copy at most this much a second, to spare the node. Example: 50M</source>
        <translation>Copiar como máximo esta cantidad por segundo, para aliviar al nodo. Ejemplo: 50M</translation>
    </message>
    <message>
        <source>%1 is read in full once; its users may notice the load.</source>
        <translation>%1 se lee entero una vez; sus usuarios pueden notar la carga.</translation>
    </message>
    <message>
        <source>The backup will lie in %1 until somebody removes it.</source>
        <translation>La copia de seguridad estará en %1 hasta que alguien la elimine.</translation>
    </message>
    <message>
        <source>%1 will be copied while it runs; nothing is changed on it.</source>
        <translation>%1 se copiará mientras está en marcha; no se cambia nada en él.</translation>
    </message>
    <message>
        <source>The backup lies in</source>
        <translation>La copia de seguridad está en</translation>
    </message>
    <message>
        <source>No node is named.</source>
        <translation>No se indica ningún nodo.</translation>
    </message>
    <message>
        <source>Connected as %1.</source>
        <translation>Conectado como %1.</translation>
    </message>
    <message>
        <source>The role %1 has neither REPLICATION nor superuser rights.</source>
        <translation>El rol %1 no tiene REPLICATION ni permisos de superusuario.</translation>
    </message>
    <message>
        <source>Connect as another role, or run: ALTER ROLE … REPLICATION</source>
        <translation>Conéctese con otro rol o ejecute: ALTER ROLE … REPLICATION</translation>
    </message>
    <message>
        <source>Free WAL senders: %1; two are needed.</source>
        <translation>WAL senders libres: %1; se necesitan dos.</translation>
    </message>
    <message>
        <source>Raise max_wal_senders and restart the node.</source>
        <translation>Aumente max_wal_senders y reinicie el nodo.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>No hay ninguno.</translation>
    </message>
    <message>
        <source>The cluster has tablespaces: %1.</source>
        <translation>El clúster tiene tablespaces: %1.</translation>
    </message>
    <message>
        <source>The cluster does not archive its WAL.</source>
        <translation>El clúster no archiva su WAL.</translation>
    </message>
    <message>
        <source>From this backup alone only its own end can be recovered, nothing later. Switch archiving on for recovery to any point.</source>
        <translation>Con esta copia de seguridad sola se puede recuperar únicamente su propio final, nada posterior. Active el archivado para poder recuperar hasta cualquier punto.</translation>
    </message>
    <message>
        <source>archive_mode is on.</source>
        <translation>archive_mode está en on.</translation>
    </message>
    <message>
        <source>WAL is archived to %1.</source>
        <translation>El WAL se archiva en %1.</translation>
    </message>
    <message>
        <source>%1 may not write into %2, or it is not there.</source>
        <translation>%1 no puede escribir en %2, o no existe.</translation>
    </message>
    <message>
        <source>Make it for %1, or choose another directory.</source>
        <translation>Créelo para %1 o elija otro directorio.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 existe.</translation>
    </message>
    <message>
        <source>It will be made in %1.</source>
        <translation>Se creará en %1.</translation>
    </message>
    <message>
        <source>%1 free, about %2 needed.</source>
        <translation>%1 libres, se necesitan unos %2.</translation>
    </message>
    <message>
        <source>Make room, or choose another directory.</source>
        <translation>Libere espacio o elija otro directorio.</translation>
    </message>
    <message>
        <source>There is no pg_verifybackup in %1.</source>
        <translation>No hay ningún pg_verifybackup en %1.</translation>
    </message>
    <message>
        <source>The role may replicate</source>
        <translation>El rol puede replicar</translation>
    </message>
    <message>
        <source>A base backup needs the REPLICATION right.</source>
        <translation>Una copia base necesita el permiso REPLICATION.</translation>
    </message>
    <message>
        <source>A replication login opens</source>
        <translation>Se puede abrir una sesión de replicación</translation>
    </message>
    <message>
        <source>pg_basebackup logs in as the owner of the data directory, without asking for a password.</source>
        <translation>pg_basebackup inicia sesión como el propietario del directorio de datos, sin pedir contraseña.</translation>
    </message>
    <message>
        <source>It was opened and closed again.</source>
        <translation>Se abrió y se volvió a cerrar.</translation>
    </message>
    <message>
        <source>Free WAL senders</source>
        <translation>WAL senders libres</translation>
    </message>
    <message>
        <source>The copy takes one, its WAL another.</source>
        <translation>La copia ocupa uno, su WAL otro.</translation>
    </message>
    <message>
        <source>A plain copy would write into the directories of the live server&apos;s tablespaces.</source>
        <translation>Una copia simple escribiría en los directorios de los tablespaces del servidor en producción.</translation>
    </message>
    <message>
        <source>The backup has a place</source>
        <translation>La copia de seguridad tiene un lugar</translation>
    </message>
    <message>
        <source>Nothing that lies there is replaced: each backup has a directory of its own.</source>
        <translation>No se reemplaza nada de lo que hay allí: cada copia de seguridad tiene un directorio propio.</translation>
    </message>
    <message>
        <source>Room for the backup</source>
        <translation>Espacio para la copia de seguridad</translation>
    </message>
    <message>
        <source>A full disk ends the copy, and whatever else writes there.</source>
        <translation>Un disco lleno termina la copia, y todo lo demás que escriba allí.</translation>
    </message>
    <message>
        <source>Every file is compared with the manifest before the backup is put on record.</source>
        <translation>Cada archivo se compara con el manifiesto antes de registrar la copia de seguridad.</translation>
    </message>
    <message>
        <source>WAL is archived</source>
        <translation>El WAL se archiva</translation>
    </message>
    <message>
        <source>The archive is what takes a restored backup forward to the point that is wanted.</source>
        <translation>El archivo de WAL es lo que lleva una copia de seguridad restaurada hasta el punto deseado.</translation>
    </message>
    <message>
        <source>End what an earlier try of this backup may have left running</source>
        <translation>Terminar lo que un intento anterior de esta copia de seguridad haya podido dejar en marcha</translation>
    </message>
    <message>
        <source>Remove the unfinished backup %1</source>
        <translation>Eliminar la copia de seguridad inacabada %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Make the directory %1 for backups, unless it is there</source>
        <translation>Crear el directorio %1 para copias de seguridad, salvo que ya exista</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>Take a base backup of %1</source>
        <translation>Tomar una copia base de %1</translation>
    </message>
    <message>
        <source>the copy has its backup manifest</source>
        <translation>la copia tiene su manifiesto</translation>
    </message>
    <message>
        <source>Verify every file of the backup</source>
        <translation>Verificar cada archivo de la copia de seguridad</translation>
    </message>
    <message>
        <source>Compare the backup with its manifest: sizes, checksums and WAL</source>
        <translation>Comparar la copia de seguridad con su manifiesto: tamaños, sumas de verificación y WAL</translation>
    </message>
    <message>
        <source>Put it on record</source>
        <translation>Registrarla</translation>
    </message>
    <message>
        <source>Write its record</source>
        <translation>Escribir su registro</translation>
    </message>
    <message>
        <source>it lies in its place</source>
        <translation>está en su lugar</translation>
    </message>
    <message>
        <source>Move it to %1</source>
        <translation>Moverla a %1</translation>
    </message>
    <message>
        <source>Note where it lies</source>
        <translation>Anotar dónde está</translation>
    </message>
    <message>
        <source>Move it back to %1</source>
        <translation>Devolverla a %1</translation>
    </message>
    <message>
        <source>the backup lies in %1 with its record</source>
        <translation>la copia de seguridad está en %1 con su registro</translation>
    </message>
    <message>
        <source>%1 lies in the data directory: each backup would hold all those before it.</source>
        <translation>%1 está en el directorio de datos: cada copia contendría todas las anteriores.</translation>
    </message>
    <message>
        <source>Choose a directory of its own.</source>
        <translation>Elija un directorio propio.</translation>
    </message>
    <message>
        <source>%1 must stay stopped until it is done.</source>
        <translation>%1 debe seguir detenido hasta que termine.</translation>
    </message>
    <message>
        <source>The files of %1 will be copied; nothing is changed in them.</source>
        <translation>Se copiarán los archivos de %1; no se cambia nada en ellos.</translation>
    </message>
    <message>
        <source>No node of this cluster answers or lies on a host that is known, so there is nothing to copy.</source>
        <translation>Ningún nodo de este clúster responde ni está en un host conocido, así que no hay nada que copiar.</translation>
    </message>
    <message>
        <source>Prove it by a restore drill: “howdahctl drill-backup”.</source>
        <translation>Compruébela con un simulacro de restauración: “howdahctl drill-backup”.</translation>
    </message>
    <message>
        <source>%1 is on no volume of the container &quot;%2&quot; and would not outlive it.</source>
        <translation>%1 no está en ningún volumen del contenedor &quot;%2&quot; y no le sobreviviría.</translation>
    </message>
    <message>
        <source>Choose a directory on one of its volumes (%1), outside the data directory; or give it another volume.</source>
        <translation>Elija un directorio en uno de sus volúmenes (%1), fuera del directorio de datos; o dele otro volumen.</translation>
    </message>
    <message>
        <source>Its files are compared with those of the server.</source>
        <translation>Sus archivos se comparan con los del servidor.</translation>
    </message>
    <message>
        <source>pg_controldata does not say how the server in %1 ended.</source>
        <translation>pg_controldata no dice cómo terminó el servidor de %1.</translation>
    </message>
    <message>
        <source>It is copied as it runs.</source>
        <translation>Se copia en marcha.</translation>
    </message>
    <message>
        <source>%1 is running.</source>
        <translation>%1 está en marcha.</translation>
    </message>
    <message>
        <source>Stop it first, or take a full backup while it runs.</source>
        <translation>Deténgalo antes, o tome una copia de seguridad completa mientras está en marcha.</translation>
    </message>
    <message>
        <source>%1 was not shut down in order (%2).</source>
        <translation>%1 no se apagó en orden (%2).</translation>
    </message>
    <message>
        <source>Start it, so that it recovers, and stop it again.</source>
        <translation>Arránquelo, para que se recupere, y deténgalo de nuevo.</translation>
    </message>
    <message>
        <source>%1 has tablespaces.</source>
        <translation>%1 tiene tablespaces.</translation>
    </message>
    <message>
        <source>Their files lie elsewhere: copy them by hand.</source>
        <translation>Sus archivos están en otro lugar: cópielos a mano.</translation>
    </message>
    <message>
        <source>%1 is stopped, and ended in order at %2.</source>
        <translation>%1 está detenido, y terminó en orden en %2.</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 está detenido</translation>
    </message>
    <message>
        <source>A cold copy does not need it.</source>
        <translation>Una copia en frío no lo necesita.</translation>
    </message>
    <message>
        <source>A cold copy is taken of a server at rest</source>
        <translation>La copia en frío se toma de un servidor en reposo</translation>
    </message>
    <message>
        <source>The files of a running server copied one after the other do not fit together.</source>
        <translation>Los archivos de un servidor en marcha, copiados uno tras otro, no encajan entre sí.</translation>
    </message>
    <message>
        <source>See that %1 is still stopped</source>
        <translation>Comprobar que %1 sigue detenido</translation>
    </message>
    <message>
        <source>Copy the files of %1</source>
        <translation>Copiar los archivos de %1</translation>
    </message>
    <message>
        <source>Compare the copy with the files of %1, and keep their checksums</source>
        <translation>Comparar la copia con los archivos de %1 y guardar sus sumas de verificación</translation>
    </message>
    <message>
        <source>It is whole by itself.</source>
        <translation>Está completa por sí misma.</translation>
    </message>
    <message>
        <source>There is no backup in %1 that it could be based on.</source>
        <translation>En %1 no hay ninguna copia de seguridad en la que pudiera basarse.</translation>
    </message>
    <message>
        <source>Take a full one first, in plain files.</source>
        <translation>Tome antes una completa, en archivos simples.</translation>
    </message>
    <message>
        <source>%1 is not in plain files with a manifest.</source>
        <translation>%1 no está en archivos simples con un manifiesto.</translation>
    </message>
    <message>
        <source>Base it on another one, or take a full one.</source>
        <translation>Básela en otra, o tome una completa.</translation>
    </message>
    <message>
        <source>%1 cannot be relied on: it was found bad, or lacks what it is based on itself.</source>
        <translation>%1 no es fiable: se encontró defectuosa, o le falta aquello en lo que ella misma se basa.</translation>
    </message>
    <message>
        <source>%1 is of another cluster.</source>
        <translation>%1 es de otro clúster.</translation>
    </message>
    <message>
        <source>Base it on one of this cluster.</source>
        <translation>Básela en una de este clúster.</translation>
    </message>
    <message>
        <source>It is based on %1; that one must stay as long as this one.</source>
        <translation>Se basa en %1; esa debe conservarse tanto tiempo como esta.</translation>
    </message>
    <message>
        <source>It copies everything.</source>
        <translation>Lo copia todo.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 takes no incremental backups; 17 and later do.</source>
        <translation>PostgreSQL %1 no toma copias incrementales; la versión 17 y posteriores sí.</translation>
    </message>
    <message>
        <source>Take a full one.</source>
        <translation>Tome una completa.</translation>
    </message>
    <message>
        <source>summarize_wal is off on %1.</source>
        <translation>summarize_wal está en off en %1.</translation>
    </message>
    <message>
        <source>Set it to on and reload; the next full backup after that can be a base.</source>
        <translation>Póngalo en on y recargue; la siguiente copia completa después de eso puede servir de base.</translation>
    </message>
    <message>
        <source>summarize_wal is on.</source>
        <translation>summarize_wal está en on.</translation>
    </message>
    <message>
        <source>Only a full backup is put into compressed tar files.</source>
        <translation>Solo una copia completa se guarda en archivos tar comprimidos.</translation>
    </message>
    <message>
        <source>pg_basebackup of PostgreSQL %1 knows gzip only.</source>
        <translation>pg_basebackup de PostgreSQL %1 solo conoce gzip.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Incremental: what has changed since an earlier one (PostgreSQL 17 and later). Cold: the files of a server that is stopped.</source>
        <translation>Incremental: lo que ha cambiado desde una anterior (PostgreSQL 17 y posteriores). En frío: los archivos de un servidor que está detenido.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Incremental</source>
        <translation>Incremental</translation>
    </message>
    <message>
        <source>Cold copy of a stopped server</source>
        <translation>Copia en frío de un servidor detenido</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Plain files are verified where they lie and restored by a copy; compressed ones lie in tar files and take less room.</source>
        <translation>Los archivos simples se verifican donde están y se restauran copiándolos; los comprimidos están en archivos tar y ocupan menos.</translation>
    </message>
    <message>
        <source>Plain files</source>
        <translation>Archivos simples</translation>
    </message>
    <message>
        <source>Tar files, gzip</source>
        <translation>Archivos tar, gzip</translation>
    </message>
    <message>
        <source>Tar files, lz4</source>
        <translation>Archivos tar, lz4</translation>
    </message>
    <message>
        <source>Tar files, zstd</source>
        <translation>Archivos tar, zstd</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Basada en</translation>
    </message>
    <message>
        <source>Of an incremental one: the backup whose blocks it leaves out; the newest unless said.</source>
        <translation>De una incremental: la copia de seguridad cuyos bloques omite; la más reciente si no se indica.</translation>
    </message>
    <message>
        <source>What it is based on</source>
        <translation>En qué se basa</translation>
    </message>
    <message>
        <source>An incremental backup is worth nothing without the one before it.</source>
        <translation>Una copia incremental no vale nada sin la anterior.</translation>
    </message>
    <message>
        <source>The server knows what has changed</source>
        <translation>El servidor sabe qué ha cambiado</translation>
    </message>
    <message>
        <source>An incremental backup copies the blocks that the summaries of the WAL name.</source>
        <translation>Una copia incremental copia los bloques que indican los resúmenes del WAL.</translation>
    </message>
    <message>
        <source>the copy is there</source>
        <translation>la copia está allí</translation>
    </message>
    <message>
        <source>Remove what was unpacked</source>
        <translation>Eliminar lo que se descomprimió</translation>
    </message>
    <message>
        <source>Choose tar files (--compression gzip): each tablespace gets one of its own there.</source>
        <translation>Elija archivos tar (--compression gzip): ahí cada tablespace tiene uno propio.</translation>
    </message>
    <message>
        <source>Each gets a tar file of its own: %1.</source>
        <translation>Cada uno tiene un archivo tar propio: %1.</translation>
    </message>
    <message>
        <source>%1 free, at most %2 needed.</source>
        <translation>%1 libres, se necesitan como máximo %2.</translation>
    </message>
    <message>
        <source>%1 free, at most %2 needed: as much as has changed.</source>
        <translation>%1 libres, se necesitan como máximo %2: tanto como haya cambiado.</translation>
    </message>
    <message>
        <source>Make room, if much has changed since that one.</source>
        <translation>Libere espacio, si ha cambiado mucho desde esa.</translation>
    </message>
    <message>
        <source>Install the client programs of PostgreSQL %1 there.</source>
        <translation>Instale allí los programas cliente de PostgreSQL %1.</translation>
    </message>
    <message>
        <source>There is no pg_basebackup in %1.</source>
        <translation>No hay ningún pg_basebackup en %1.</translation>
    </message>
    <message>
        <source>pg_basebackup in %1 is of PostgreSQL %2, older than the server: it cannot copy it.</source>
        <translation>El pg_basebackup de %1 es de PostgreSQL %2, anterior al servidor: no puede copiarlo.</translation>
    </message>
    <message>
        <source>pg_basebackup and pg_verifybackup are in %1.</source>
        <translation>pg_basebackup y pg_verifybackup están en %1.</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>It can be copied and verified</source>
        <translation>Se puede copiar y verificar</translation>
    </message>
    <message>
        <source>The summaries on %1 begin at %2, after %3 began (%4): what changed in between they do not tell.</source>
        <translation>Los resúmenes de WAL de %1 empiezan en %2, después de que empezara %3 (%4): no dicen qué cambió entretanto.</translation>
    </message>
    <message>
        <source>Take a full one: those after it can be based on it. wal_summary_keep_time says how long summaries are kept.</source>
        <translation>Tome una completa: las posteriores pueden basarse en ella. wal_summary_keep_time indica cuánto tiempo se conservan los resúmenes.</translation>
    </message>
    <message>
        <source>The directory that base backups were put in.</source>
        <translation>El directorio en el que se pusieron las copias base.</translation>
    </message>
</context>
<context>
    <name>howdah::BackupCatalogue</name>
    <message>
        <source>It has no backup_manifest: where it ends cannot be told, nor whether it is whole.</source>
        <translation>No tiene backup_manifest: no se puede saber dónde termina, ni si está completa.</translation>
    </message>
    <message>
        <source>Its backup_manifest is cut off: it does not say which WAL it needs.</source>
        <translation>Su backup_manifest está truncado: no dice qué WAL necesita.</translation>
    </message>
</context>
<context>
    <name>howdah::BackupFindings</name>
    <message>
        <source>There is no base backup of %1.</source>
        <translation>No hay ninguna copia base de %1.</translation>
    </message>
    <message>
        <source>What is deleted by mistake is deleted on every standby a moment later: only a backup brings it back.</source>
        <translation>Lo que se borra por error se borra en todos los standbys un momento después: solo una copia de seguridad lo devuelve.</translation>
    </message>
    <message>
        <source>Take one.</source>
        <translation>Tome una.</translation>
    </message>
    <message>
        <source>The backup %1 does not verify: %2</source>
        <translation>La copia de seguridad %1 no supera la verificación: %2</translation>
    </message>
    <message>
        <source>The restore drill of the backup %1 failed: %2</source>
        <translation>El simulacro de restauración de la copia de seguridad %1 falló: %2</translation>
    </message>
    <message>
        <source>A backup that cannot be restored is none.</source>
        <translation>Una copia de seguridad que no se puede restaurar no lo es.</translation>
    </message>
    <message>
        <source>Take another one now, and look at the disk that this one lies on.</source>
        <translation>Tome otra ahora y examine el disco en el que está esta.</translation>
    </message>
    <message>
        <source>%1 cannot be used. %2</source>
        <translation>%1 no se puede usar. %2</translation>
    </message>
    <message>
        <source>It looks like a backup and is none to rely on.</source>
        <translation>Parece una copia de seguridad y no es ninguna en la que confiar.</translation>
    </message>
    <message>
        <source>Take another one, and remove this one by hand.</source>
        <translation>Tome otra y elimine esta a mano.</translation>
    </message>
    <message>
        <source>No backup of %1 has been restored yet to prove it.</source>
        <translation>Aún no se ha restaurado ninguna copia de seguridad de %1 para comprobarla.</translation>
    </message>
    <message>
        <source>Restored is proven only by restoring.</source>
        <translation>Que se puede restaurar solo se demuestra restaurando.</translation>
    </message>
    <message>
        <source>Drill one: it is restored aside, started, checked and taken down again.</source>
        <translation>Haga un simulacro con una: se restaura aparte, se arranca, se comprueba y se desmonta de nuevo.</translation>
    </message>
    <message>
        <source>The last scheduled backup failed: %1</source>
        <translation>La última copia de seguridad programada falló: %1</translation>
    </message>
    <message>
        <source>Each run that fails leaves the newest backup a day older.</source>
        <translation>Con cada ejecución que falla, la copia de seguridad más reciente es un día más antigua.</translation>
    </message>
    <message>
        <source>Mend that, and take one now.</source>
        <translation>Corríjalo y tome una ahora.</translation>
    </message>
    <message>
        <source>A scheduled backup was missed: the last run in %1 was %2.</source>
        <translation>Se omitió una copia de seguridad programada: la última ejecución en %1 fue %2.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Whatever should start it (%1) has not.</source>
        <translation>Lo que debería iniciarla (%1) no lo ha hecho.</translation>
    </message>
    <message>
        <source>See that it runs on that host, or schedule it by another way.</source>
        <translation>Compruebe que funciona en ese host, o prográmela de otra manera.</translation>
    </message>
    <message>
        <source>The backup %1 was not copied to the other host: %2</source>
        <translation>La copia de seguridad %1 no se copió al otro host: %2</translation>
    </message>
    <message>
        <source>A backup on the same host is lost with it.</source>
        <translation>Una copia de seguridad en el mismo host se pierde con él.</translation>
    </message>
    <message>
        <source>See that the owner of the files reaches the other host with ssh, without a password.</source>
        <translation>Compruebe que el propietario de los archivos llega al otro host con ssh, sin contraseña.</translation>
    </message>
    <message>
        <source>The backups in %1 cannot be looked at: %2</source>
        <translation>Las copias de seguridad de %1 no se pueden examinar: %2</translation>
    </message>
    <message>
        <source>Whether there is anything to restore from is not known.</source>
        <translation>No se sabe si hay algo a partir de lo que restaurar.</translation>
    </message>
    <message>
        <source>The backup %1 leads to its own end only. %2</source>
        <translation>La copia de seguridad %1 lleva solo hasta su propio final. %2</translation>
    </message>
    <message>
        <source>What was committed after it cannot be recovered from it.</source>
        <translation>Lo que se confirmó después no se puede recuperar a partir de ella.</translation>
    </message>
    <message>
        <source>Take another one: from it the archive leads on without a gap.</source>
        <translation>Tome otra: a partir de ella, el archivo de WAL continúa sin huecos.</translation>
    </message>
    <message>
        <source>The incremental backup %1 lacks one that it is based on.</source>
        <translation>A la copia de seguridad incremental %1 le falta una en la que se basa.</translation>
    </message>
    <message>
        <source>The incremental backup %1 is based on one that was found bad.</source>
        <translation>La copia de seguridad incremental %1 se basa en una que resultó ser mala.</translation>
    </message>
    <message>
        <source>It holds what has changed since then, and nothing else: it cannot be restored alone.</source>
        <translation>Contiene lo que ha cambiado desde entonces, y nada más: no se puede restaurar sola.</translation>
    </message>
    <message>
        <source>Take a full one: those after it can be based on it.</source>
        <translation>Tome una completa: las posteriores pueden basarse en ella.</translation>
    </message>
    <message>
        <source>Segments missing in the archive: %1, from %2 on.</source>
        <translation>Segmentos que faltan en el archivo de WAL: %1, a partir de %2.</translation>
    </message>
    <message>
        <source>No backup is newer than the hole: what came after it cannot be recovered.</source>
        <translation>Ninguna copia de seguridad es posterior al hueco: lo que vino después no se puede recuperar.</translation>
    </message>
    <message>
        <source>From the backups before the hole recovery ends there; those after it lead on.</source>
        <translation>Desde las copias de seguridad anteriores al hueco, la recuperación termina ahí; las posteriores permiten continuar.</translation>
    </message>
    <message>
        <source>Look for them in pg_wal of every node; else take a backup: from it on there is no hole.</source>
        <translation>Búsquelos en el pg_wal de cada nodo; si no aparecen, tome una copia de seguridad: a partir de ella no hay huecos.</translation>
    </message>
    <message>
        <source>The scheduled drill of the backup %1 has not come to its end.</source>
        <translation>El simulacro programado de la copia de seguridad %1 no ha llegado a su fin.</translation>
    </message>
    <message>
        <source>Drill it now, and see what it says.</source>
        <translation>Haga el simulacro ahora y vea qué dice.</translation>
    </message>
    <message>
        <source>The newest backup of %1 that can be used is %2 days old.</source>
        <translation>La copia de seguridad utilizable más reciente de %1 tiene %2 días.</translation>
    </message>
    <message>
        <source>All the WAL since then must be there, and be replayed, to come back to today.</source>
        <translation>Todo el WAL desde entonces debe estar ahí, y reproducirse, para volver al día de hoy.</translation>
    </message>
    <message>
        <source>Take one, or have them taken by themselves: “Schedule backups”.</source>
        <translation>Tome una, o haga que se tomen por sí solas: “Programar copias de seguridad”.</translation>
    </message>
    <message>
        <source>The newest backup, %1, was verified %2 days ago.</source>
        <translation>La copia de seguridad más reciente, %1, se verificó hace %2 días.</translation>
    </message>
    <message>
        <source>The newest backup, %1, has never been verified.</source>
        <translation>La copia de seguridad más reciente, %1, no se ha verificado nunca.</translation>
    </message>
    <message>
        <source>Disks forget; who does not look learns it on the day of the restore.</source>
        <translation>Los discos olvidan; quien no mira se entera el día de la restauración.</translation>
    </message>
    <message>
        <source>Verify it: every file is compared with the manifest.</source>
        <translation>Verifíquela: cada archivo se compara con el manifiesto.</translation>
    </message>
    <message>
        <source>The last good restore drill of %1 was %2 days ago.</source>
        <translation>El último simulacro de restauración bueno de %1 fue hace %2 días.</translation>
    </message>
</context>
<context>
    <name>howdah::BackupLabel</name>
    <message>
        <source>This is no backup label.</source>
        <translation>Esto no es una etiqueta de copia de seguridad.</translation>
    </message>
</context>
<context>
    <name>howdah::BackupStock</name>
    <message>
        <source>%1 on the host of %2 cannot be asked: %3</source>
        <translation>No se puede consultar %1 en el host de %2: %3</translation>
    </message>
</context>
<context>
    <name>howdah::BackupsPage</name>
    <message>
        <source>Look again</source>
        <translation>Mirar de nuevo</translation>
    </message>
    <message>
        <source>Base backups</source>
        <translation>Copias base</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>Verificar…</translation>
    </message>
    <message>
        <source>Drill…</source>
        <translation>Simulacro…</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>Recuperar…</translation>
    </message>
    <message>
        <source>Expire…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Take a backup…</source>
        <translation>Tomar una copia de seguridad…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>Buscando copias de seguridad…</translation>
    </message>
    <message>
        <source>Any moment from %1 to %2 can be recovered to.</source>
        <translation>Se puede recuperar a cualquier momento de %1 a %2.</translation>
    </message>
    <message>
        <source>%1 on the host of %2</source>
        <translation>%1 en el host de %2</translation>
    </message>
    <message>
        <source>No base backup yet</source>
        <translation>Aún no hay ninguna copia base</translation>
    </message>
    <message>
        <source>Howdah has no access to the host of any node, where backups lie.</source>
        <translation>Howdah no tiene acceso al host de ningún nodo, donde están las copias de seguridad.</translation>
    </message>
    <message>
        <source>Each backup that lies there will be a row here, with when it was verified and proven. Looked in: %1.</source>
        <translation>Cada copia de seguridad que haya allí será una fila aquí, con cuándo se verificó y se comprobó. Se miró en: %1.</translation>
    </message>
    <message>
        <source>Choose a backup in the table.</source>
        <translation>Elija una copia de seguridad en la tabla.</translation>
    </message>
    <message>
        <source>%1 keeps it: do that there.</source>
        <translation>La lleva %1: hágalo allí.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Aún no hay ninguna copia de seguridad.</translation>
    </message>
</context>
<context>
    <name>howdah::BackupsTable</name>
    <message>
        <source>Not yet</source>
        <translation>Aún no</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Tardó %1.</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Falló %1</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Incremental</source>
        <translation>Incremental</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>En frío</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 s</translation>
    </message>
    <message>
        <source>Its own end</source>
        <translation>Su propio final</translation>
    </message>
    <message>
        <source>End of the archive</source>
        <translation>Final del archivo de WAL</translation>
    </message>
    <message>
        <source>Recovery from it reaches %1, %2.</source>
        <translation>La recuperación a partir de ella llega hasta %1, %2.</translation>
    </message>
    <message>
        <source>%1, on the host of %2</source>
        <translation>%1, en el host de %2</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>In this machine&apos;s time zone. It is consistent from then on.</source>
        <translation>En la zona horaria de esta máquina. Es consistente desde entonces.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Its label, or its name.</source>
        <translation>Su etiqueta, o su nombre.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>The node it was copied from.</source>
        <translation>El nodo del que se copió.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>When its files were last compared with its manifest.</source>
        <translation>Cuándo se compararon por última vez sus archivos con su manifiesto.</translation>
    </message>
    <message>
        <source>Drilled</source>
        <translation>Simulacro</translation>
    </message>
    <message>
        <source>When it was last restored, started and examined.</source>
        <translation>Cuándo se restauró, arrancó y examinó por última vez.</translation>
    </message>
    <message>
        <source>Recovery reaches</source>
        <translation>La recuperación llega a</translation>
    </message>
    <message>
        <source>How far the archived WAL leads on from it.</source>
        <translation>Hasta dónde continúa a partir de ella el WAL archivado.</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>La lleva</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>There is no base backup yet</source>
        <translation>Aún no hay ninguna copia base</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>sin verificar</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificada</translation>
    </message>
    <message>
        <source>does not verify</source>
        <translation>no supera la verificación</translation>
    </message>
    <message>
        <source>none was ever restored to prove it</source>
        <translation>nunca se ha restaurado ninguna para comprobarla</translation>
    </message>
    <message>
        <source>last restore drill %1</source>
        <translation>último simulacro de restauración %1</translation>
    </message>
    <message>
        <source>the last restore drill failed</source>
        <translation>el último simulacro de restauración falló</translation>
    </message>
    <message>
        <source>Newest backup %1, %2; %3</source>
        <translation>Copia de seguridad más reciente %1, %2; %3</translation>
    </message>
    <message>
        <source>%1 keeps it: verify and restore it there.</source>
        <translation>La lleva %1: verifíquela y restáurela allí.</translation>
    </message>
    <message>
        <source>Restored and examined %1: %2</source>
        <translation>Restaurada y examinada %1: %2</translation>
    </message>
    <message>
        <source>It lies in %1 on the host of %2. A restore drill would prove it.</source>
        <translation>Está en %1, en el host de %2. Un simulacro de restauración la comprobaría.</translation>
    </message>
</context>
<context>
    <name>howdah::BackupsWindow</name>
    <message>
        <source>Time axis of backups and of the moments that can be recovered to</source>
        <translation>Eje temporal de las copias de seguridad y de los momentos a los que se puede recuperar</translation>
    </message>
    <message>
        <source>Base backup %1, ended %2, %3</source>
        <translation>Copia base %1, terminada %2, %3</translation>
    </message>
    <message>
        <source>Recoverable, from the backup %1</source>
        <translation>Recuperable, a partir de la copia de seguridad %1</translation>
    </message>
    <message>
        <source>Base backups</source>
        <translation>Copias base</translation>
    </message>
    <message>
        <source>Recoverable</source>
        <translation>Recuperable</translation>
    </message>
    <message>
        <source>Nothing leads there.</source>
        <translation>Nada lleva hasta allí.</translation>
    </message>
</context>
<context>
    <name>howdah::BaseBackup</name>
    <message>
        <source>The record of the backup in %1 is not complete.</source>
        <translation>El registro de la copia de seguridad en %1 no está completo.</translation>
    </message>
    <message>
        <source>Its data may be good all the same: take another backup and leave this one alone.</source>
        <translation>Sus datos pueden ser buenos de todos modos: tome otra copia de seguridad y deje esta como está.</translation>
    </message>
    <message>
        <source>Howdah</source>
        <translation>Howdah</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
</context>
<context>
    <name>howdah::BringRowsBack</name>
    <message>
        <source>Name tables as public.users, several with commas between them; a name with spaces, dots or commas in double quotes.</source>
        <translation>Indique las tablas como public.users, varias separadas por comas; un nombre con espacios, puntos o comas, entre comillas dobles.</translation>
    </message>
    <message>
        <source>This is one condition, as behind WHERE: it holds no semicolon.</source>
        <translation>Es una sola condición, como detrás de WHERE: no contiene punto y coma.</translation>
    </message>
    <message>
        <source>A condition is about one table: name that table alone.</source>
        <translation>Una condición se refiere a una sola tabla: indique solo esa tabla.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Whose rows are wanted: public.users, public.orders.</source>
        <translation>De qué tablas se quieren las filas: public.users, public.orders.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Rows that only the live server has are never touched.</source>
        <translation>Las filas que solo tiene el servidor activo nunca se tocan.</translation>
    </message>
    <message>
        <source>Those that are missing</source>
        <translation>Las que faltan</translation>
    </message>
    <message>
        <source>Those that were changed since</source>
        <translation>Las que se cambiaron desde entonces</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambas</translation>
    </message>
    <message>
        <source>Only those where</source>
        <translation>Solo aquellas donde</translation>
    </message>
    <message>
        <source>A condition of SQL on the recovered rows: id &lt; 1000.</source>
        <translation>Una condición de SQL sobre las filas recuperadas: id &lt; 1000.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Adónde</translation>
    </message>
    <message>
        <source>Back into their tables in one transaction, or somewhere to look at them first.</source>
        <translation>De vuelta a sus tablas en una sola transacción, o a algún lugar donde mirarlas antes.</translation>
    </message>
    <message>
        <source>Back into their tables</source>
        <translation>De vuelta a sus tablas</translation>
    </message>
    <message>
        <source>Into a new schema of the live database</source>
        <translation>A un esquema nuevo de la base de datos activa</translation>
    </message>
    <message>
        <source>Into a file of this machine</source>
        <translation>A un archivo de esta máquina</translation>
    </message>
    <message>
        <source>New schema</source>
        <translation>Esquema nuevo</translation>
    </message>
    <message>
        <source>It must not exist yet.</source>
        <translation>Aún no debe existir.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Of the file; CSV holds one table.</source>
        <translation>Del archivo; CSV contiene una sola tabla.</translation>
    </message>
    <message>
        <source>INSERT statements</source>
        <translation>Sentencias INSERT</translation>
    </message>
    <message>
        <source>CSV with a header</source>
        <translation>CSV con encabezado</translation>
    </message>
    <message>
        <source>A CSV file holds one table: name that table alone.</source>
        <translation>Un archivo CSV contiene una sola tabla: indique solo esa tabla.</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Triggers</translation>
    </message>
    <message>
        <source>What the tables&apos; own triggers do with rows that come back. Only the last of the three leaves foreign keys unchecked; it wants a superuser.</source>
        <translation>Qué hacen los triggers propios de las tablas con las filas que vuelven. Solo la última de las tres opciones deja sin comprobar las claves foráneas; requiere un superusuario.</translation>
    </message>
    <message>
        <source>Users&apos; triggers are off meanwhile</source>
        <translation>Los triggers de usuario se desactivan mientras tanto</translation>
    </message>
    <message>
        <source>They fire as ever</source>
        <translation>Se disparan como siempre</translation>
    </message>
    <message>
        <source>Neither they nor foreign keys are looked at</source>
        <translation>No se atiende ni a ellos ni a las claves foráneas</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Where the tables are; the one of the primary&apos;s connection settings unless said.</source>
        <translation>Donde están las tablas; la de los parámetros de conexión del primario si no se indica.</translation>
    </message>
    <message>
        <source>%1 is made again, with %2 rows.</source>
        <translation>%1 se vuelve a crear; filas: %2.</translation>
    </message>
    <message>
        <source>%1 rows of %2 come back.</source>
        <translation>Filas de %2 que vuelven: %1.</translation>
    </message>
    <message>
        <source>%1 rows of %2 that were changed since are as they were.</source>
        <translation>Filas de %2 cambiadas desde entonces que vuelven a ser como eran: %1.</translation>
    </message>
    <message>
        <source>It happens in one transaction: all of it or nothing. Committed, it is not undone.</source>
        <translation>Ocurre en una sola transacción: todo o nada. Una vez confirmada, no se deshace.</translation>
    </message>
    <message>
        <source>The tables themselves are not touched.</source>
        <translation>Las tablas mismas no se tocan.</translation>
    </message>
    <message>
        <source>Look at the rows in the schema %1; drop it when it is not needed any more.</source>
        <translation>Mire las filas en el esquema %1; elimínelo cuando ya no haga falta.</translation>
    </message>
    <message>
        <source>The rows are in %1.</source>
        <translation>Las filas están en %1.</translation>
    </message>
    <message>
        <source>When nothing more is wanted from the side instance, stop it and remove %1.</source>
        <translation>Cuando ya no se quiera nada más de la instancia auxiliar, deténgala y elimine %1.</translation>
    </message>
    <message>
        <source>Bring rows back</source>
        <translation>Recuperar filas</translation>
    </message>
    <message>
        <source>Copies rows that are missing or were changed since from a recovered copy to the live server, all in one transaction.</source>
        <translation>Copia al servidor activo, desde una copia recuperada, las filas que faltan o que se cambiaron desde entonces, todo en una sola transacción.</translation>
    </message>
    <message>
        <source>%1 rows will be brought back, all or none.</source>
        <translation>Filas que se recuperarán, todas o ninguna: %1.</translation>
    </message>
    <message>
        <source>No primary answers that the rows could go to.</source>
        <translation>No responde ningún primario al que puedan ir las filas.</translation>
    </message>
    <message>
        <source>Rows brought back</source>
        <translation>Filas recuperadas</translation>
    </message>
    <message>
        <source>Of the tables</source>
        <translation>De las tablas</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>There is no table %1 in the side instance.</source>
        <translation>No hay ninguna tabla %1 en la instancia auxiliar.</translation>
    </message>
    <message>
        <source>Name it as \d prints it, or choose another --database.</source>
        <translation>Indíquela como la muestra \d, o elija otra --database.</translation>
    </message>
    <message>
        <source>Bring the rows into a new schema or a file, and take from there what fits.</source>
        <translation>Lleve las filas a un esquema nuevo o a un archivo, y tome de allí lo que encaje.</translation>
    </message>
    <message>
        <source>%1 has no primary key: which of its rows are missing cannot be told.</source>
        <translation>%1 no tiene clave primaria: no se puede saber cuáles de sus filas faltan.</translation>
    </message>
    <message>
        <source>Bring all its rows into a new schema or a file.</source>
        <translation>Lleve todas sus filas a un esquema nuevo o a un archivo.</translation>
    </message>
    <message>
        <source>They have the same columns on both sides.</source>
        <translation>Tienen las mismas columnas en ambos lados.</translation>
    </message>
    <message>
        <source>Gone from the live server: %1.</source>
        <translation>Ya no están en el servidor activo: %1.</translation>
    </message>
    <message>
        <source>They are made again as they were, with indexes, constraints, triggers and rights; what else went with them (views, foreign keys of other tables) is not.</source>
        <translation>Se crean de nuevo como eran, con índices, restricciones, triggers y permisos; lo demás que desapareció con ellas (vistas, claves foráneas de otras tablas) no.</translation>
    </message>
    <message>
        <source>%1: %2 missing, %3 changed, %4 only on the live server, of %5 compared</source>
        <translation>%1: faltan: %2; cambiadas: %3; solo en el servidor activo: %4; comparadas: %5</translation>
    </message>
    <message>
        <source>There is nothing to bring back. %1</source>
        <translation>No hay nada que recuperar. %1</translation>
    </message>
    <message>
        <source>Look for changed rows too (--rows both), or at other tables.</source>
        <translation>Busque también filas cambiadas (--rows both), o mire otras tablas.</translation>
    </message>
    <message>
        <source>Nothing refers to the copies.</source>
        <translation>Nada hace referencia a las copias.</translation>
    </message>
    <message>
        <source>Foreign keys are not looked at.</source>
        <translation>Las claves foráneas no se examinan.</translation>
    </message>
    <message>
        <source>Make sure that the rows referred to are there; nobody else does.</source>
        <translation>Asegúrese de que las filas referenciadas existen; nadie más lo hace.</translation>
    </message>
    <message>
        <source>The tables refer to each other in a circle, and their foreign keys are not deferrable.</source>
        <translation>Las tablas se refieren unas a otras en círculo, y sus claves foráneas no son diferibles.</translation>
    </message>
    <message>
        <source>Switch foreign keys off for it (--triggers none, as a superuser).</source>
        <translation>Desactive las claves foráneas para ello (--triggers none, como superusuario).</translation>
    </message>
    <message>
        <source>Parents come before their children.</source>
        <translation>Los padres van antes que sus hijos.</translation>
    </message>
    <message>
        <source>The rows refer to %1.</source>
        <translation>Las filas hacen referencia a %1.</translation>
    </message>
    <message>
        <source>If what they refer to is missing too, nothing is brought back: name those tables as well.</source>
        <translation>Si también falta aquello a lo que hacen referencia, no se recupera nada: indique también esas tablas.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>No hay ninguno.</translation>
    </message>
    <message>
        <source>They fire: %1</source>
        <translation>Se disparan: %1</translation>
    </message>
    <message>
        <source>Think of what they do (mails, other tables); --triggers off switches them off for this transaction.</source>
        <translation>Piense en lo que hacen (correos, otras tablas); --triggers off los desactiva para esta transacción.</translation>
    </message>
    <message>
        <source>Off in this transaction: %1 Others wait for these tables until it has ended.</source>
        <translation>Desactivados en esta transacción: %1 Otros esperan por estas tablas hasta que termine.</translation>
    </message>
    <message>
        <source>Not fired: %1</source>
        <translation>No se disparan: %1</translation>
    </message>
    <message>
        <source>A superuser may do all of it.</source>
        <translation>Un superusuario puede hacerlo todo.</translation>
    </message>
    <message>
        <source>It reads only.</source>
        <translation>Solo lee.</translation>
    </message>
    <message>
        <source>Only a superuser may leave foreign keys unchecked (session_replication_role).</source>
        <translation>Solo un superusuario puede dejar las claves foráneas sin comprobar (session_replication_role).</translation>
    </message>
    <message>
        <source>Choose --triggers off, or connect as a superuser.</source>
        <translation>Elija --triggers off, o conéctese como superusuario.</translation>
    </message>
    <message>
        <source>The role may create there.</source>
        <translation>El rol puede crear allí.</translation>
    </message>
    <message>
        <source>The role may not create anything in this database.</source>
        <translation>El rol no puede crear nada en esta base de datos.</translation>
    </message>
    <message>
        <source>Connect as the database&apos;s owner or a superuser.</source>
        <translation>Conéctese como propietario de la base de datos o como superusuario.</translation>
    </message>
    <message>
        <source>The role may not write to %1.</source>
        <translation>El rol no puede escribir en %1.</translation>
    </message>
    <message>
        <source>Grant it, or connect as the table&apos;s owner.</source>
        <translation>Concédalo, o conéctese como propietario de la tabla.</translation>
    </message>
    <message>
        <source>Only the owner of %1 may switch its triggers off.</source>
        <translation>Solo el propietario de %1 puede desactivar sus triggers.</translation>
    </message>
    <message>
        <source>Let them fire (--triggers fire), or connect as the table&apos;s owner.</source>
        <translation>Deje que se disparen (--triggers fire), o conéctese como propietario de la tabla.</translation>
    </message>
    <message>
        <source>The role may write to them.</source>
        <translation>El rol puede escribir en ellas.</translation>
    </message>
    <message>
        <source>Their own tables on %1.</source>
        <translation>A sus propias tablas en %1.</translation>
    </message>
    <message>
        <source>No schema is named.</source>
        <translation>No se indica ningún esquema.</translation>
    </message>
    <message>
        <source>Name one with --schema.</source>
        <translation>Indique uno con --schema.</translation>
    </message>
    <message>
        <source>The schema %1 is there already.</source>
        <translation>El esquema %1 ya existe.</translation>
    </message>
    <message>
        <source>Name one that does not exist yet.</source>
        <translation>Indique uno que aún no exista.</translation>
    </message>
    <message>
        <source>The schema %1 will be made.</source>
        <translation>Se creará el esquema %1.</translation>
    </message>
    <message>
        <source>No file is named.</source>
        <translation>No se indica ningún archivo.</translation>
    </message>
    <message>
        <source>Name one with --file.</source>
        <translation>Indique uno con --file.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>Name a file that does not exist yet.</source>
        <translation>Indique un archivo que aún no exista.</translation>
    </message>
    <message>
        <source>%1 will be written.</source>
        <translation>Se escribirá %1.</translation>
    </message>
    <message>
        <source>The directory of %1 cannot be written to.</source>
        <translation>No se puede escribir en el directorio de %1.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>The tables fit</source>
        <translation>Las tablas encajan</translation>
    </message>
    <message>
        <source>Rows are found again by their primary key, and go into columns of the same type.</source>
        <translation>Las filas se identifican por su clave primaria y van a columnas del mismo tipo.</translation>
    </message>
    <message>
        <source>What is missing or was changed</source>
        <translation>Lo que falta o se cambió</translation>
    </message>
    <message>
        <source>So many rows must come back, or none does.</source>
        <translation>Debe volver exactamente ese número de filas, o ninguna.</translation>
    </message>
    <message>
        <source>What the rows refer to</source>
        <translation>Aquello a lo que las filas hacen referencia</translation>
    </message>
    <message>
        <source>A foreign key admits a row only when the one that it refers to is there.</source>
        <translation>Una clave foránea solo admite una fila cuando existe aquella a la que hace referencia.</translation>
    </message>
    <message>
        <source>Users&apos; triggers</source>
        <translation>Triggers de los usuarios</translation>
    </message>
    <message>
        <source>They would take a row that comes back for a new one.</source>
        <translation>Tomarían por nueva una fila que vuelve.</translation>
    </message>
    <message>
        <source>The role may do it</source>
        <translation>El rol puede hacerlo</translation>
    </message>
    <message>
        <source>It is tried in one transaction; better known before.</source>
        <translation>Se intenta en una sola transacción; es mejor saberlo antes.</translation>
    </message>
    <message>
        <source>Where they go</source>
        <translation>Adónde van</translation>
    </message>
    <message>
        <source>Nothing that lies there is replaced.</source>
        <translation>No se sustituye nada de lo que hay allí.</translation>
    </message>
    <message>
        <source>the schema %1 is this operation&apos;s</source>
        <translation>el esquema %1 es de esta operación</translation>
    </message>
    <message>
        <source>there is no schema %1 of this operation</source>
        <translation>no hay ningún esquema %1 de esta operación</translation>
    </message>
    <message>
        <source>Make the schema %1</source>
        <translation>Crear el esquema %1</translation>
    </message>
    <message>
        <source>Make the schema %1, with this operation&apos;s name on it</source>
        <translation>Crear el esquema %1, con el nombre de esta operación puesto en él</translation>
    </message>
    <message>
        <source>Drop the schema %1 and the copies in it</source>
        <translation>Eliminar el esquema %1 y las copias que contiene</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 está escrito</translation>
    </message>
    <message>
        <source>none of these rows is missing or different any more</source>
        <translation>ninguna de estas filas falta o difiere ya</translation>
    </message>
    <message>
        <source>all rows of %1 are in the schema</source>
        <translation>todas las filas de %1 están en el esquema</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Copy %1 rows</source>
        <translation>Copiar filas: %1</translation>
    </message>
    <message>
        <source>Compare again, and copy what is missing or was changed</source>
        <translation>Comparar de nuevo, y copiar lo que falta o se cambió</translation>
    </message>
    <message>
        <source>Bring %1 rows back</source>
        <translation>Recuperar filas: %1</translation>
    </message>
    <message>
        <source>In one transaction: compare again, write the rows, count them, commit</source>
        <translation>En una sola transacción: comparar de nuevo, escribir las filas, contarlas, confirmar</translation>
    </message>
    <message>
        <source>See that nothing was committed</source>
        <translation>Ver que no se confirmó nada</translation>
    </message>
    <message>
        <source>the rows are away still (if they are back, resume)</source>
        <translation>las filas siguen faltando (si han vuelto, reanude)</translation>
    </message>
    <message>
        <source>The rows come in one transaction: either all of them are back by now, or none. Resume: it looks again, and brings them if they are still missing.</source>
        <translation>Las filas vuelven en una sola transacción: o han vuelto ya todas, o ninguna. Reanude: mira otra vez, y las recupera si aún faltan.</translation>
    </message>
    <message>
        <source>gone from the live server</source>
        <translation>ya no está en el servidor activo</translation>
    </message>
</context>
<context>
    <name>howdah::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation>+%1 más</translation>
    </message>
</context>
<context>
    <name>howdah::CheckRow</name>
    <message>
        <source>Passed</source>
        <translation>Superada</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Por qué importa</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Mend it: %1</source>
        <translation>Para corregirlo: %1</translation>
    </message>
    <message>
        <source>Seen at %1</source>
        <translation>Visto a las %1</translation>
    </message>
</context>
<context>
    <name>howdah::ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Looking at %1 as it is now…</source>
        <translation>Examinando %1 tal como está ahora…</translation>
    </message>
    <message>
        <source>Looking at %1 as they are now…</source>
        <translation>Examinando %1 tal como están ahora…</translation>
    </message>
    <message>
        <source>Checks are running</source>
        <translation>Comprobaciones en curso</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Dejar de examinar</translation>
    </message>
    <message>
        <source>Nothing is changed by checks; stopping them does no harm.</source>
        <translation>Las comprobaciones no cambian nada; detenerlas no causa ningún daño.</translation>
    </message>
    <message>
        <source>The checks were stopped. Nothing was changed.</source>
        <translation>Las comprobaciones se detuvieron. No se cambió nada.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superadas</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>howdah::ChildProcess</name>
    <message>
        <source>The command &quot;%1&quot; cannot be run as the user &quot;%2&quot;</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar como el usuario &quot;%2&quot;</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; cannot be run in the directory %2</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar en el directorio %2</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; cannot be run</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar</translation>
    </message>
    <message>
        <source>Install the package that has it, or give the directory where it is.</source>
        <translation>Instale el paquete que la contiene o indique el directorio donde está.</translation>
    </message>
    <message>
        <source>A word of the command &quot;%1&quot; holds a NUL character, which no program can be given.</source>
        <translation>Una palabra de la orden &quot;%1&quot; contiene un carácter NUL, que no se puede pasar a ningún programa.</translation>
    </message>
    <message>
        <source>No command can be started</source>
        <translation>No se puede iniciar ninguna orden</translation>
    </message>
</context>
<context>
    <name>howdah::ChoosePage</name>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>There is nothing to choose.</source>
        <translation>No hay nada que elegir.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>howdah::ChosenBackup</name>
    <message>
        <source>Take another backup.</source>
        <translation>Haga otra copia de seguridad.</translation>
    </message>
    <message>
        <source>There is no backup in %1 that is not known to be bad.</source>
        <translation>No hay en %1 ninguna copia de seguridad de la que no se sepa que es mala.</translation>
    </message>
    <message>
        <source>There is no backup %1 in %2.</source>
        <translation>No hay ninguna copia de seguridad %1 en %2.</translation>
    </message>
    <message>
        <source>Take one, or name the directory that they lie in.</source>
        <translation>Haga una, o indique el directorio en el que están.</translation>
    </message>
    <message>
        <source>These are there: %1.</source>
        <translation>Están estas: %1.</translation>
    </message>
    <message>
        <source>Which cluster it is of cannot be told.</source>
        <translation>No se puede saber de qué clúster es.</translation>
    </message>
    <message>
        <source>It is of another cluster, with the system identifier %1.</source>
        <translation>Es de otro clúster, con el identificador de sistema %1.</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Elija otra copia de seguridad.</translation>
    </message>
    <message>
        <source>It is incremental, and the backup %1 that it is based on is not there.</source>
        <translation>Es incremental, y la copia de seguridad %1 en la que se basa no está.</translation>
    </message>
    <message>
        <source>Bring that one back, or choose another backup.</source>
        <translation>Vuelva a poner esa en su sitio, o elija otra copia de seguridad.</translation>
    </message>
    <message>
        <source>It ended %1.</source>
        <translation>Terminó: %1.</translation>
    </message>
    <message>
        <source>On the host of</source>
        <translation>En el host de</translation>
    </message>
    <message>
        <source>The node on whose host the backup lies.</source>
        <translation>El nodo en cuyo host está la copia de seguridad.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Its name in “howdahctl backups”; the newest that is not known to be bad unless said.</source>
        <translation>Su nombre en “howdahctl backups”; la más reciente de la que no se sepa que es mala, si no se indica.</translation>
    </message>
    <message>
        <source>A backup&apos;s name is that of its directory, without the way to it.</source>
        <translation>El nombre de una copia de seguridad es el de su directorio, sin la ruta hasta él.</translation>
    </message>
    <message>
        <source>The backup is there</source>
        <translation>La copia de seguridad está ahí</translation>
    </message>
    <message>
        <source>It is read as its catalogue describes it now.</source>
        <translation>Se lee tal como la describe ahora su catálogo.</translation>
    </message>
    <message>
        <source>Restore the backup %1 to %2</source>
        <translation>Restaurar la copia de seguridad %1 en %2</translation>
    </message>
</context>
<context>
    <name>howdah::ClassPage</name>
    <message>
        <source>Exercise</source>
        <translation>Ejercicio</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Close the class results</source>
        <translation>Cerrar los resultados de la clase</translation>
    </message>
    <message>
        <source>Class results</source>
        <translation>Resultados de la clase</translation>
    </message>
    <message>
        <source>A folder with everybody&apos;s deliverables in it</source>
        <translation>Una carpeta con los entregables de todos</translation>
    </message>
    <message>
        <source>What learners hand in holds a result.json; put their folders into one.</source>
        <translation>Lo que entregan los alumnos contiene un result.json; ponga sus carpetas en una sola.</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… y %1 más</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) here are no results and are left out.</source>
        <translation>
            <numerusform>%n archivo de aquí no es un resultado y se omite.</numerusform>
            <numerusform>%n archivos de aquí no son resultados y se omiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the folder with a class&apos;s deliverables.</source>
        <translation>Elija la carpeta con los entregables de una clase.</translation>
    </message>
    <message>
        <source>There is no result in this folder.</source>
        <translation>No hay ningún resultado en esta carpeta.</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Alumnos</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Nadie todavía.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
</context>
<context>
    <name>howdah::ClassResults</name>
    <message>
        <source>It is far too large for a result.</source>
        <translation>Es demasiado grande para ser un resultado.</translation>
    </message>
    <message>
        <source>It names no exercise, or has no steps.</source>
        <translation>No nombra ningún ejercicio, o no tiene pasos.</translation>
    </message>
</context>
<context>
    <name>howdah::ClassTables</name>
    <message>
        <source>not begun</source>
        <translation>sin empezar</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n comprobación</numerusform>
            <numerusform>%n comprobaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n pista</numerusform>
            <numerusform>%n pistas</numerusform>
        </translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>is here</source>
        <translation>está aquí</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Alumno</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superados</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>From the beginning to the last step</source>
        <translation>Desde el principio hasta el último paso</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Alumnos</translation>
    </message>
    <message>
        <source>Are here</source>
        <translation>Están aquí</translation>
    </message>
    <message>
        <source>Learners who have begun it and not passed it</source>
        <translation>Alumnos que lo han empezado y no lo han superado</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Of all of them together</source>
        <translation>De todos ellos en conjunto</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>%1 of %2 learners have passed all of it.</source>
        <translation>%1 de %2 alumnos lo han superado todo.</translation>
    </message>
    <message>
        <source>Most of the others are at “%1”.</source>
        <translation>La mayoría de los demás está en “%1”.</translation>
    </message>
</context>
<context>
    <name>howdah::Clone</name>
    <message>
        <source>The cluster has a node called %1 already.</source>
        <translation>El clúster ya tiene un nodo llamado %1.</translation>
    </message>
    <message>
        <source>pg_ctl hands this path to a shell, so it may not hold any of these: &quot; $ ` \</source>
        <translation>pg_ctl pasa esta ruta a un shell, así que no puede contener ninguno de estos caracteres: &quot; $ ` \</translation>
    </message>
    <message>
        <source>A slot&apos;s name is made of lower-case letters, digits and &quot;_&quot;, at most 63 of them.</source>
        <translation>El nombre de un slot se compone de letras minúsculas, dígitos y &quot;_&quot;, 63 como máximo.</translation>
    </message>
    <message>
        <source>pg_basebackup takes rates from 32k to 1024M.</source>
        <translation>pg_basebackup admite velocidades de 32k a 1024M.</translation>
    </message>
    <message>
        <source>%1 is read in full once; its users may notice the load.</source>
        <translation>%1 se lee entero una vez; sus usuarios pueden notar la carga.</translation>
    </message>
    <message>
        <source>A server of its own runs in %1 on port %2 afterwards.</source>
        <translation>Después, un servidor propio se ejecuta en %1 en el puerto %2.</translation>
    </message>
    <message>
        <source>%1 keeps the WAL that %2 has not received yet, through the slot &quot;%3&quot;.</source>
        <translation>%1 conserva el WAL que %2 aún no ha recibido, mediante el slot &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>%1 applies changes %2 later than they were committed.</source>
        <translation>%1 aplica los cambios %2 después de su commit.</translation>
    </message>
    <message>
        <source>Watch the lag of %1 for a while on the Overview.</source>
        <translation>Vigile el retraso de %1 durante un rato en el Resumen.</translation>
    </message>
    <message>
        <source>If %1 is to take part in synchronous replication, add it to synchronous_standby_names.</source>
        <translation>Si %1 ha de participar en la replicación síncrona, añádalo a synchronous_standby_names.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What the new node is called.</source>
        <translation>Cómo se llama el nodo nuevo.</translation>
    </message>
    <message>
        <source>Copy from</source>
        <translation>Copiar desde</translation>
    </message>
    <message>
        <source>The node to copy and then follow. A standby spares the primary and makes a cascade.</source>
        <translation>El nodo que se copia y al que después se sigue. Copiar de un standby alivia al primario y forma una cascada.</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>Copy at most this much a second, to spare the source. Example: 50M</source>
        <translation>Copiar como máximo esta cantidad por segundo, para no cargar el origen. Ejemplo: 50M</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Demora</translation>
    </message>
    <message>
        <source>Apply changes this much later than they were committed (recovery_min_apply_delay). Example: 15min</source>
        <translation>Aplicar los cambios con esta demora tras su commit (recovery_min_apply_delay). Ejemplo: 15min</translation>
    </message>
    <message>
        <source>Replication slot</source>
        <translation>Slot de replicación</translation>
    </message>
    <message>
        <source>The slot that keeps WAL for it on the source.</source>
        <translation>El slot que conserva el WAL para él en el origen.</translation>
    </message>
    <message>
        <source>Clone a standby</source>
        <translation>Clonar un standby</translation>
    </message>
    <message>
        <source>No node of this cluster answers, so there is nothing to copy from.</source>
        <translation>Ningún nodo de este clúster responde, así que no hay nada que copiar.</translation>
    </message>
    <message>
        <source>Connected as %1.</source>
        <translation>Conectado como %1.</translation>
    </message>
    <message>
        <source>The role %1 has neither REPLICATION nor superuser rights on %2.</source>
        <translation>El rol %1 no tiene REPLICATION ni permisos de superusuario en %2.</translation>
    </message>
    <message>
        <source>Connect as another role, or run: ALTER ROLE … REPLICATION</source>
        <translation>Conéctese con otro rol o ejecute: ALTER ROLE … REPLICATION</translation>
    </message>
    <message>
        <source>wal_level is %1.</source>
        <translation>wal_level es %1.</translation>
    </message>
    <message>
        <source>Set wal_level to replica and restart the source.</source>
        <translation>Ponga wal_level en replica y reinicie el origen.</translation>
    </message>
    <message>
        <source>The server that answers there belongs to another system (%1).</source>
        <translation>El servidor que responde allí pertenece a otro sistema (%1).</translation>
    </message>
    <message>
        <source>Mend the host and port in the node&apos;s settings.</source>
        <translation>Corrija el host y el puerto en la configuración del nodo.</translation>
    </message>
    <message>
        <source>A replication connection to %1 was opened and closed again.</source>
        <translation>Se abrió y se volvió a cerrar una conexión de replicación a %1.</translation>
    </message>
    <message>
        <source>%1 of %2 are in use; %3 more are needed.</source>
        <translation>%1 de %2 están en uso; se necesitan %3 más.</translation>
    </message>
    <message>
        <source>Raise max_wal_senders on the source and restart it.</source>
        <translation>Aumente max_wal_senders en el origen y reinícielo.</translation>
    </message>
    <message>
        <source>%1 of %2 are in use; one more is needed.</source>
        <translation>%1 de %2 están en uso; se necesita uno más.</translation>
    </message>
    <message>
        <source>Drop a slot that nobody needs, or raise max_replication_slots.</source>
        <translation>Elimine un slot que nadie necesite o aumente max_replication_slots.</translation>
    </message>
    <message>
        <source>A slot called &quot;%1&quot; is there already.</source>
        <translation>Ya hay allí un slot llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Choose another slot name, or drop that slot if nobody needs it.</source>
        <translation>Elija otro nombre de slot o elimine ese slot si nadie lo necesita.</translation>
    </message>
    <message>
        <source>A standby that calls itself &quot;%1&quot; streams from there already.</source>
        <translation>Ya replica desde allí un standby que se hace llamar &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Choose another name for the new node.</source>
        <translation>Elija otro nombre para el nodo nuevo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is free.</source>
        <translation>&quot;%1&quot; está libre.</translation>
    </message>
    <message>
        <source>max_slot_wal_keep_size is not limited.</source>
        <translation>max_slot_wal_keep_size no tiene límite.</translation>
    </message>
    <message>
        <source>Set max_slot_wal_keep_size on the source to less than the free space of its WAL directory.</source>
        <translation>Ponga max_slot_wal_keep_size en el origen por debajo del espacio libre de su directorio de WAL.</translation>
    </message>
    <message>
        <source>max_slot_wal_keep_size is %1 MB.</source>
        <translation>max_slot_wal_keep_size es de %1 MB.</translation>
    </message>
    <message>
        <source>No base backup runs.</source>
        <translation>No hay ninguna copia base en curso.</translation>
    </message>
    <message>
        <source>Base backups running on the source: %1.</source>
        <translation>Copias base en curso en el origen: %1.</translation>
    </message>
    <message>
        <source>Wait for their end, or bear that all take longer.</source>
        <translation>Espere a que terminen o acepte que todas tarden más.</translation>
    </message>
    <message>
        <source>PostgreSQL %1, in %2.</source>
        <translation>PostgreSQL %1, en %2.</translation>
    </message>
    <message>
        <source>%1 is not in %2.</source>
        <translation>%1 no está en %2.</translation>
    </message>
    <message>
        <source>Install the client programs of PostgreSQL %1.</source>
        <translation>Instale los programas cliente de PostgreSQL %1.</translation>
    </message>
    <message>
        <source>Name a directory that does not exist yet, or an empty one.</source>
        <translation>Indique un directorio que aún no exista, o uno vacío.</translation>
    </message>
    <message>
        <source>The directory %1 does not exist.</source>
        <translation>El directorio %1 no existe.</translation>
    </message>
    <message>
        <source>Make it, owned by the server&apos;s owner, or choose another place.</source>
        <translation>Créelo, con el propietario del servidor como dueño, o elija otro lugar.</translation>
    </message>
    <message>
        <source>%1 may not write into %2.</source>
        <translation>%1 no puede escribir en %2.</translation>
    </message>
    <message>
        <source>Give it the right to, or choose another place.</source>
        <translation>Dele el permiso o elija otro lugar.</translation>
    </message>
    <message>
        <source>%1 is a mount point of its own; a copy cannot be moved onto it.</source>
        <translation>%1 es un punto de montaje propio; no se puede mover una copia encima.</translation>
    </message>
    <message>
        <source>Name a directory below it.</source>
        <translation>Indique un directorio por debajo de él.</translation>
    </message>
    <message>
        <source>%1 does not exist yet; it will be made.</source>
        <translation>%1 aún no existe; se creará.</translation>
    </message>
    <message>
        <source>%1 is an empty directory.</source>
        <translation>%1 es un directorio vacío.</translation>
    </message>
    <message>
        <source>%1 is a directory of another owner.</source>
        <translation>%1 es un directorio de otro propietario.</translation>
    </message>
    <message>
        <source>%1 is not empty.</source>
        <translation>%1 no está vacío.</translation>
    </message>
    <message>
        <source>%1 is not a directory.</source>
        <translation>%1 no es un directorio.</translation>
    </message>
    <message>
        <source>%1 free; the size of the source is not known.</source>
        <translation>%1 libres; se desconoce el tamaño del origen.</translation>
    </message>
    <message>
        <source>Grant pg_monitor to the role, or compare the sizes by hand.</source>
        <translation>Conceda pg_monitor al rol o compare los tamaños a mano.</translation>
    </message>
    <message>
        <source>%1 free, %2 needed.</source>
        <translation>%1 libres, se necesitan %2.</translation>
    </message>
    <message>
        <source>Make room, or choose a directory on another disk.</source>
        <translation>Libere espacio o elija un directorio en otro disco.</translation>
    </message>
    <message>
        <source>Little would be left; make room soon.</source>
        <translation>Quedaría poco espacio; libérelo pronto.</translation>
    </message>
    <message>
        <source>Nothing listens on port %1.</source>
        <translation>Nada escucha en el puerto %1.</translation>
    </message>
    <message>
        <source>Something listens on port %1 already.</source>
        <translation>Algo escucha ya en el puerto %1.</translation>
    </message>
    <message>
        <source>Choose another port.</source>
        <translation>Elija otro puerto.</translation>
    </message>
    <message>
        <source>It lies in the data directory and comes with the copy.</source>
        <translation>Está en el directorio de datos y viene con la copia.</translation>
    </message>
    <message>
        <source>The role may replicate</source>
        <translation>El rol puede replicar</translation>
    </message>
    <message>
        <source>A base backup, a slot and a standby&apos;s stream need the REPLICATION right.</source>
        <translation>Una copia base, un slot y el streaming de un standby necesitan el permiso REPLICATION.</translation>
    </message>
    <message>
        <source>The WAL carries what a standby needs</source>
        <translation>El WAL lleva lo que un standby necesita</translation>
    </message>
    <message>
        <source>With wal_level = minimal no standby can follow.</source>
        <translation>Con wal_level = minimal ningún standby puede seguir al servidor.</translation>
    </message>
    <message>
        <source>A replication login opens</source>
        <translation>Se puede abrir una sesión de replicación</translation>
    </message>
    <message>
        <source>The copy and later the standby log in as the owner of the data directory, without asking anybody for a password.</source>
        <translation>La copia, y después el standby, inician sesión como el propietario del directorio de datos, sin pedir a nadie una contraseña.</translation>
    </message>
    <message>
        <source>Free WAL senders</source>
        <translation>WAL senders libres</translation>
    </message>
    <message>
        <source>The copy takes two connections, the standby then one.</source>
        <translation>La copia ocupa dos conexiones; después el standby, una.</translation>
    </message>
    <message>
        <source>A free replication slot</source>
        <translation>Un slot de replicación libre</translation>
    </message>
    <message>
        <source>A slot keeps the WAL that the standby still needs, however long the copy takes.</source>
        <translation>Un slot conserva el WAL que el standby aún necesita, por mucho que tarde la copia.</translation>
    </message>
    <message>
        <source>The names are free</source>
        <translation>Los nombres están libres</translation>
    </message>
    <message>
        <source>Slot and standby are recognised by their names on the source.</source>
        <translation>El slot y el standby se reconocen por sus nombres en el origen.</translation>
    </message>
    <message>
        <source>A dead standby cannot fill the source&apos;s disk</source>
        <translation>Un standby caído no puede llenar el disco del origen</translation>
    </message>
    <message>
        <source>A slot without a limit keeps WAL for ever while its standby is away.</source>
        <translation>Un slot sin límite conserva el WAL indefinidamente mientras su standby está ausente.</translation>
    </message>
    <message>
        <source>No other backup is running</source>
        <translation>No hay otra copia de seguridad en curso</translation>
    </message>
    <message>
        <source>Two at a time share the disk and the network.</source>
        <translation>Dos a la vez comparten el disco y la red.</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>The programs are there</source>
        <translation>Los programas están disponibles</translation>
    </message>
    <message>
        <source>pg_basebackup copies, pg_verifybackup proves the copy; both of the server&apos;s own major version.</source>
        <translation>pg_basebackup copia y pg_verifybackup comprueba la copia; ambos de la misma versión mayor que el servidor.</translation>
    </message>
    <message>
        <source>The configuration can be taken along</source>
        <translation>La configuración se puede llevar también</translation>
    </message>
    <message>
        <source>A base backup holds the data directory only.</source>
        <translation>Una copia base contiene solo el directorio de datos.</translation>
    </message>
    <message>
        <source>The target directory can be used</source>
        <translation>El directorio de destino se puede usar</translation>
    </message>
    <message>
        <source>Nothing that is there already is touched; the finished copy is moved to it in one go.</source>
        <translation>No se toca nada de lo que ya existe; la copia terminada se mueve allí de una sola vez.</translation>
    </message>
    <message>
        <source>Enough free space</source>
        <translation>Espacio libre suficiente</translation>
    </message>
    <message>
        <source>The copy needs the size of the data and of the WAL.</source>
        <translation>La copia necesita el tamaño de los datos y del WAL.</translation>
    </message>
    <message>
        <source>The port is free</source>
        <translation>El puerto está libre</translation>
    </message>
    <message>
        <source>Two servers cannot listen on one port.</source>
        <translation>Dos servidores no pueden escuchar en un mismo puerto.</translation>
    </message>
    <message>
        <source>End what an earlier try of this clone may have left running</source>
        <translation>Terminar lo que un intento anterior de este clon haya dejado en marcha</translation>
    </message>
    <message>
        <source>Wait until it has gone</source>
        <translation>Esperar a que desaparezca</translation>
    </message>
    <message>
        <source>no backup session of this clone on %1</source>
        <translation>no hay ninguna sesión de copia de este clon en %1</translation>
    </message>
    <message>
        <source>Reserve WAL for %1 on %2</source>
        <translation>Reservar WAL para %1 en %2</translation>
    </message>
    <message>
        <source>Create the replication slot &quot;%1&quot; on %2</source>
        <translation>Crear el slot de replicación &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>Drop the replication slot &quot;%1&quot; on %2</source>
        <translation>Eliminar el slot de replicación &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>Copy the data of %1</source>
        <translation>Copiar los datos de %1</translation>
    </message>
    <message>
        <source>Make the directory %1 to copy into</source>
        <translation>Crear el directorio %1 en el que copiar</translation>
    </message>
    <message>
        <source>Take a base backup of %1</source>
        <translation>Tomar una copia base de %1</translation>
    </message>
    <message>
        <source>Remove the directory %1 and the copy in it</source>
        <translation>Eliminar el directorio %1 y la copia que contiene</translation>
    </message>
    <message>
        <source>the copy has its backup manifest</source>
        <translation>la copia tiene su manifiesto</translation>
    </message>
    <message>
        <source>Verify every file of the copy</source>
        <translation>Verificar cada archivo de la copia</translation>
    </message>
    <message>
        <source>Compare the copy with its manifest: sizes, checksums and WAL</source>
        <translation>Comparar la copia con su manifiesto: tamaños, sumas de verificación y WAL</translation>
    </message>
    <message>
        <source>a server has run on the copy already</source>
        <translation>ya se ha ejecutado un servidor sobre la copia</translation>
    </message>
    <message>
        <source>Make the copy a standby of %1</source>
        <translation>Convertir la copia en un standby de %1</translation>
    </message>
    <message>
        <source>Mark it as a standby with standby.signal</source>
        <translation>Marcarla como standby con standby.signal</translation>
    </message>
    <message>
        <source>the copy is marked as a standby</source>
        <translation>la copia está marcada como standby</translation>
    </message>
    <message>
        <source>No source node is named.</source>
        <translation>No se indica ningún nodo de origen.</translation>
    </message>
    <message>
        <source># What was in force in %1 when this copy was made.</source>
        <translation># Lo que estaba en vigor en %1 cuando se hizo esta copia.</translation>
    </message>
    <message>
        <source>Put the copy in its place, %1</source>
        <translation>Poner la copia en su lugar, %1</translation>
    </message>
    <message>
        <source>Move the copy to %1</source>
        <translation>Mover la copia a %1</translation>
    </message>
    <message>
        <source>Move the copy back to %1, if it is still this clone&apos;s</source>
        <translation>Devolver la copia a %1, si sigue siendo la de este clon</translation>
    </message>
    <message>
        <source>Put back the empty directory %1</source>
        <translation>Volver a poner el directorio vacío %1</translation>
    </message>
    <message>
        <source>the copy lies in %1</source>
        <translation>la copia está en %1</translation>
    </message>
    <message>
        <source>%1 holds the standby that this operation made</source>
        <translation>%1 contiene el standby que creó esta operación</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Arrancar %1</translation>
    </message>
    <message>
        <source>Make sure that the server in %1 is still this clone&apos;s standby</source>
        <translation>Asegurarse de que el servidor de %1 sigue siendo el standby de este clon</translation>
    </message>
    <message>
        <source>Wait until it has stopped</source>
        <translation>Esperar a que se haya detenido</translation>
    </message>
    <message>
        <source>%1 takes connections as a standby of the same system</source>
        <translation>%1 acepta conexiones como standby del mismo sistema</translation>
    </message>
    <message>
        <source>See %1 stream from %2</source>
        <translation>Ver que %1 replica desde %2</translation>
    </message>
    <message>
        <source>%1 streams from %2 through the slot &quot;%3&quot;</source>
        <translation>%1 replica desde %2 mediante el slot &quot;%3&quot;</translation>
    </message>
    <message>
        <source>%1 receives and replays</source>
        <translation>%1 recibe y reproduce</translation>
    </message>
    <message>
        <source>Put %1 on record in the cluster %2</source>
        <translation>Registrar %1 en el clúster %2</translation>
    </message>
    <message>
        <source>Take %1 off the record of the cluster %2</source>
        <translation>Quitar %1 del registro del clúster %2</translation>
    </message>
    <message>
        <source>Ask %1 where its data lies</source>
        <translation>Preguntar a %1 dónde están sus datos</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>Vigilar %1</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Recoger</translation>
    </message>
    <message>
        <source>Remove the empty staging directory %1</source>
        <translation>Eliminar el directorio provisional vacío %1</translation>
    </message>
    <message>
        <source>Make the staging directory %1 again, to move the copy back into</source>
        <translation>Crear de nuevo el directorio provisional %1, para devolver la copia a él</translation>
    </message>
    <message>
        <source>the staging directory is gone</source>
        <translation>el directorio provisional ya no existe</translation>
    </message>
    <message>
        <source>Who will own the copy is not known.</source>
        <translation>No se sabe quién será el propietario de la copia.</translation>
    </message>
    <message>
        <source>%1 will be copied into %2; nothing that is there now is changed or removed.</source>
        <translation>%1 se copiará en %2; no se cambia ni se elimina nada de lo que hay ahora.</translation>
    </message>
    <message>
        <source>On the source&apos;s command line, these settings seem to hold a secret, which must not be put on record: %1.</source>
        <translation>En la línea de órdenes del servidor de origen, estos parámetros parecen contener un secreto, que no debe quedar registrado: %1.</translation>
    </message>
    <message>
        <source>Move them from the command line to the source&apos;s postgresql.conf and restart it.</source>
        <translation>Muévalos de la línea de órdenes al postgresql.conf del servidor de origen y reinícielo.</translation>
    </message>
    <message>
        <source>Copy the settings in force to it</source>
        <translation>Copiar en él los parámetros en vigor</translation>
    </message>
    <message>
        <source>Its tablespace %1 lies in %2.</source>
        <translation>Su tablespace %1 está en %2.</translation>
    </message>
    <message>
        <source>Where systemd runs, tell it of the new cluster &quot;%1 %2&quot;: systemctl daemon-reload</source>
        <translation>Donde funcione systemd, comuníquele el nuevo clúster &quot;%1 %2&quot;: systemctl daemon-reload</translation>
    </message>
    <message>
        <source>Copies a node of the cluster into a new standby, on the same host or another, and lets it follow.</source>
        <translation>Copia un nodo del clúster en un nuevo standby, en el mismo host o en otro, y hace que lo siga.</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>Directorio de datos</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a logical slot of somebody else&apos;s.</source>
        <translation>&quot;%1&quot; es un slot lógico ajeno.</translation>
    </message>
    <message>
        <source>Choose another slot name.</source>
        <translation>Elija otro nombre de slot.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is in use by another standby.</source>
        <translation>El slot &quot;%1&quot; lo usa otro standby.</translation>
    </message>
    <message>
        <source>The new node takes the source&apos;s; its files may not be read by this role.</source>
        <translation>El nodo nuevo toma los del origen; este rol no puede leer sus archivos.</translation>
    </message>
    <message>
        <source>The new node starts with the source&apos;s own.</source>
        <translation>El nodo nuevo arranca con los propios del origen.</translation>
    </message>
    <message>
        <source>The source&apos;s files say less than is in force there: %1.</source>
        <translation>Los archivos del origen indican menos de lo que está en vigor allí: %1.</translation>
    </message>
    <message>
        <source>Restart the source with these settings first, or put them back in its files.</source>
        <translation>Reinicie antes el origen con estos parámetros, o vuelva a ponerlos en sus archivos.</translation>
    </message>
    <message>
        <source>The new node can start with the settings it gets</source>
        <translation>El nodo nuevo puede arrancar con los parámetros que recibe</translation>
    </message>
    <message>
        <source>A standby with a lower max_connections, max_worker_processes, max_wal_senders, max_prepared_transactions or max_locks_per_transaction than its primary refuses to start.</source>
        <translation>Un standby con max_connections, max_worker_processes, max_wal_senders, max_prepared_transactions o max_locks_per_transaction menores que los de su primario se niega a arrancar.</translation>
    </message>
    <message>
        <source>Copy %1, which is not part of the base backup</source>
        <translation>Copiar %1, que no forma parte de la copia base</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Set its connection, slot and delay in postgresql.auto.conf</source>
        <translation>Poner su conexión, slot y demora en postgresql.auto.conf</translation>
    </message>
    <message>
        <source>On host</source>
        <translation>En el host</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>The name or address at which the new server will be reached, when it is on another host than the source.</source>
        <translation>El nombre o la dirección en que se alcanzará el nuevo servidor, cuando está en un host distinto del origen.</translation>
    </message>
    <message>
        <source>A new directory for each tablespace of the source: old=new;old=new. The tablespace will lie in &quot;data&quot; inside it.</source>
        <translation>Un directorio nuevo para cada tablespace del origen: old=new;old=new. El tablespace estará en &quot;data&quot; dentro de él.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Where its configuration lies: in its data directory, or in /etc/postgresql, where pg_lsclusters and pg_ctlcluster find it.</source>
        <translation>Dónde está su configuración: en su directorio de datos, o en /etc/postgresql, donde pg_lsclusters y pg_ctlcluster la encuentran.</translation>
    </message>
    <message>
        <source>All in the data directory</source>
        <translation>Todo en el directorio de datos</translation>
    </message>
    <message>
        <source>Debian&apos;s (pg_ctlcluster)</source>
        <translation>La de Debian (pg_ctlcluster)</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>What the source compresses the copy with on its way (PostgreSQL 15 and later). It spares the network, not the disk.</source>
        <translation>Con qué comprime el origen la copia por el camino (PostgreSQL 15 y posteriores). Alivia la red, no el disco.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Take the quick way of its first start out of postgresql.auto.conf again</source>
        <translation>Quitar de nuevo de postgresql.auto.conf el modo rápido de su primer arranque</translation>
    </message>
    <message>
        <source>Reload its configuration</source>
        <translation>Recargar su configuración</translation>
    </message>
    <message>
        <source>%1 is as on the source</source>
        <translation>%1 está como en el origen</translation>
    </message>
    <message>
        <source>%1 lies inside the data directory %2.</source>
        <translation>%1 está dentro del directorio de datos %2.</translation>
    </message>
    <message>
        <source>It will run on the source&apos;s own host, owned by %1.</source>
        <translation>Funcionará en el propio host del origen, como propiedad de %1.</translation>
    </message>
    <message>
        <source>%1 is %2; the source is %3.</source>
        <translation>%1 es %2; el origen es %3.</translation>
    </message>
    <message>
        <source>Choose a host of the same architecture.</source>
        <translation>Elija un host de la misma arquitectura.</translation>
    </message>
    <message>
        <source>At which address the new server will be reached is not known.</source>
        <translation>No se sabe en qué dirección se alcanzará el nuevo servidor.</translation>
    </message>
    <message>
        <source>Name the address of %1.</source>
        <translation>Indique la dirección de %1.</translation>
    </message>
    <message>
        <source>%1 does not say which locales it has.</source>
        <translation>%1 no dice qué locales tiene.</translation>
    </message>
    <message>
        <source>See that it has these: %1.</source>
        <translation>Asegúrese de que tiene estos: %1.</translation>
    </message>
    <message>
        <source>%1 has not got the locale %2.</source>
        <translation>%1 no tiene el locale %2.</translation>
    </message>
    <message>
        <source>Install it there (on Debian: dpkg-reconfigure locales).</source>
        <translation>Instálelo allí (en Debian: dpkg-reconfigure locales).</translation>
    </message>
    <message>
        <source>Text is sorted by glibc %1 on %2, by %3 on the source.</source>
        <translation>El texto lo ordena glibc %1 en %2, y %3 en el origen.</translation>
    </message>
    <message>
        <source>If the orders differ, indexes on text are wrong there; compare, or choose another host.</source>
        <translation>Si los órdenes difieren, los índices sobre texto son incorrectos allí; compárelos o elija otro host.</translation>
    </message>
    <message>
        <source>%1: %2, owned by %3.</source>
        <translation>%1: %2, propiedad de %3.</translation>
    </message>
    <message>
        <source>shared_preload_libraries names what is not there: %1.</source>
        <translation>shared_preload_libraries nombra lo que no existe allí: %1.</translation>
    </message>
    <message>
        <source>Install these extensions there; without them the server does not start.</source>
        <translation>Instale allí estas extensiones; sin ellas el servidor no arranca.</translation>
    </message>
    <message>
        <source>The copy is not compressed on its way.</source>
        <translation>La copia no se comprime por el camino.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 does not compress base backups itself.</source>
        <translation>PostgreSQL %1 no comprime por sí mismo las copias base.</translation>
    </message>
    <message>
        <source>Choose &quot;none&quot;.</source>
        <translation>Elija &quot;none&quot;.</translation>
    </message>
    <message>
        <source>The source is built without %1.</source>
        <translation>El origen está compilado sin %1.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elija otra.</translation>
    </message>
    <message>
        <source>pg_basebackup there is built without %1.</source>
        <translation>pg_basebackup está allí compilado sin %1.</translation>
    </message>
    <message>
        <source>The source sends the copy compressed with %1.</source>
        <translation>El origen envía la copia comprimida con %1.</translation>
    </message>
    <message>
        <source>%1: %2 free, %3 needed.</source>
        <translation>%1: %2 libres, se necesitan %3.</translation>
    </message>
    <message>
        <source>The source keeps its configuration outside its data directory; it is brought along.</source>
        <translation>El origen guarda su configuración fuera de su directorio de datos; se trae también.</translation>
    </message>
    <message>
        <source>The host can run it</source>
        <translation>El host puede ejecutarlo</translation>
    </message>
    <message>
        <source>Files of a data directory fit the same architecture only, and its indexes the same order of text.</source>
        <translation>Los archivos de un directorio de datos solo sirven para la misma arquitectura, y sus índices solo para el mismo orden del texto.</translation>
    </message>
    <message>
        <source>Both sides must be built with it.</source>
        <translation>Ambos lados deben estar compilados con ella.</translation>
    </message>
    <message>
        <source>%1 gets a new container &quot;%2&quot; with a volume &quot;%3&quot;; the server in it is reached on port %4 of this machine.</source>
        <translation>%1 recibe un contenedor nuevo &quot;%2&quot; con un volumen &quot;%3&quot;; al servidor que contiene se llega por el puerto %4 de esta máquina.</translation>
    </message>
    <message>
        <source>%1 will be copied into a new container, %2; nothing that is there now is changed or removed.</source>
        <translation>%1 se copiará en un contenedor nuevo, %2; no se cambia ni se elimina nada de lo que hay ahora.</translation>
    </message>
    <message>
        <source>Where the new server will run: &quot;local&quot; for this machine, &quot;ssh:NAME&quot;, or &quot;container:NAME&quot; for a new container like the source&apos;s.</source>
        <translation>Dónde funcionará el nuevo servidor: &quot;local&quot; para esta máquina, &quot;ssh:NAME&quot;, o &quot;container:NAME&quot; para un contenedor nuevo como el del origen.</translation>
    </message>
    <message>
        <source>the container %1 does not run</source>
        <translation>el contenedor %1 no está en marcha</translation>
    </message>
    <message>
        <source>the container %1 is gone</source>
        <translation>el contenedor %1 ya no existe</translation>
    </message>
    <message>
        <source>%1 is not on the new container&apos;s volume, or not right below %2.</source>
        <translation>%1 no está en el volumen del nuevo contenedor, o no está directamente bajo %2.</translation>
    </message>
    <message>
        <source>Name a directory in %1.</source>
        <translation>Indique un directorio en %1.</translation>
    </message>
    <message>
        <source>It will run on the source&apos;s own machine, in the container %1, owned by %2.</source>
        <translation>Se ejecutará en la propia máquina del origen, en el contenedor %1, como propiedad de %2.</translation>
    </message>
    <message>
        <source>Where its data will lie on its host, or on the volume of its container. It must not exist yet, or be empty.</source>
        <translation>Dónde estarán sus datos en su host, o en el volumen de su contenedor. Aún no debe existir, o debe estar vacío.</translation>
    </message>
    <message>
        <source>Where it will listen; of a container, the port of this machine that leads to it.</source>
        <translation>Dónde escuchará; en un contenedor, el puerto de esta máquina que lleva a él.</translation>
    </message>
</context>
<context>
    <name>howdah::CloneContainer</name>
    <message>
        <source>A new container is made like the source&apos;s, and %1 runs in none.</source>
        <translation>Se crea un contenedor nuevo como el del origen, y %1 no se ejecuta en ninguno.</translation>
    </message>
    <message>
        <source>Name &quot;local&quot; or &quot;ssh:NAME&quot; as its host, or copy from a node in a container.</source>
        <translation>Indique &quot;local&quot; o &quot;ssh:NAME&quot; como su host, o copie desde un nodo que esté en un contenedor.</translation>
    </message>
    <message>
        <source>None is made.</source>
        <translation>No se crea ninguno.</translation>
    </message>
    <message>
        <source>Choose another name for the container; nothing that is there is replaced.</source>
        <translation>Elija otro nombre para el contenedor; no se sustituye nada de lo que hay.</translation>
    </message>
    <message>
        <source>There is a container named &quot;%1&quot; already.</source>
        <translation>Ya hay un contenedor llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 has a volume named &quot;%2&quot; already.</source>
        <translation>%1 ya tiene un volumen llamado &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The container &quot;%1&quot; is in no network where containers find each other by name.</source>
        <translation>El contenedor &quot;%1&quot; no está en ninguna red donde los contenedores se encuentren por su nombre.</translation>
    </message>
    <message>
        <source>Make one and let it join: %1 network create NAME; %1 network connect NAME %2</source>
        <translation>Cree una y únalo a ella: %1 network create NAME; %1 network connect NAME %2</translation>
    </message>
    <message>
        <source>The container &quot;%1&quot; was started with a program of its own, not with its image&apos;s server.</source>
        <translation>El contenedor &quot;%1&quot; se arrancó con un programa propio, no con el servidor de su imagen.</translation>
    </message>
    <message>
        <source>Make the new container by hand, or copy from a node in an ordinary one.</source>
        <translation>Cree el nuevo contenedor a mano, o copie desde un nodo que esté en uno corriente.</translation>
    </message>
    <message>
        <source>The environment of &quot;%1&quot; holds what seems secret and is not handed on: %2.</source>
        <translation>El entorno de &quot;%1&quot; contiene algo que parece secreto y no se transmite: %2.</translation>
    </message>
    <message>
        <source>If the server needs it (for archive_command, say), make the new container by hand.</source>
        <translation>Si el servidor lo necesita (para archive_command, por ejemplo), cree el nuevo contenedor a mano.</translation>
    </message>
    <message>
        <source>%1 makes &quot;%2&quot; like &quot;%3&quot;: image %4, restart policy &quot;%5&quot;.</source>
        <translation>%1 crea &quot;%2&quot; como &quot;%3&quot;: imagen %4, política de reinicio &quot;%5&quot;.</translation>
    </message>
    <message>
        <source>Both will have %1.</source>
        <translation>Ambos tendrán %1.</translation>
    </message>
    <message>
        <source>the container %1 is there and carries this operation&apos;s label</source>
        <translation>el contenedor %1 existe y lleva la etiqueta de esta operación</translation>
    </message>
    <message>
        <source>the volume %1 is there and carries this operation&apos;s label</source>
        <translation>el volumen %1 existe y lleva la etiqueta de esta operación</translation>
    </message>
    <message>
        <source>Create the volume %1</source>
        <translation>Crear el volumen %1</translation>
    </message>
    <message>
        <source>Make sure that it is new</source>
        <translation>Asegurarse de que es nuevo</translation>
    </message>
    <message>
        <source>Create the container %1, without starting it</source>
        <translation>Crear el contenedor %1, sin arrancarlo</translation>
    </message>
    <message>
        <source>Let it join another network of the source&apos;s</source>
        <translation>Unirlo a otra red del origen</translation>
    </message>
    <message>
        <source>Give its volume to %1</source>
        <translation>Dar su volumen a %1</translation>
    </message>
    <message>
        <source>Copy the password file %1 into its volume</source>
        <translation>Copiar el archivo de contraseñas %1 a su volumen</translation>
    </message>
    <message>
        <source>The source&apos;s container is %1&apos;s, and no container of %2 can be in its network.</source>
        <translation>El contenedor del origen es de %1, y ningún contenedor de %2 puede estar en su red.</translation>
    </message>
    <message>
        <source>Write &quot;container:%1:%2&quot;.</source>
        <translation>Escriba &quot;container:%1:%2&quot;.</translation>
    </message>
    <message>
        <source>The new container can be made</source>
        <translation>Se puede crear el nuevo contenedor</translation>
    </message>
    <message>
        <source>A clone of a server in a container gets a container of its own, from the same image and in the same networks, so that the servers reach each other.</source>
        <translation>Un clon de un servidor en un contenedor recibe un contenedor propio, de la misma imagen y en las mismas redes, para que los servidores se alcancen entre sí.</translation>
    </message>
    <message>
        <source>Create the container %1</source>
        <translation>Crear el contenedor %1</translation>
    </message>
    <message>
        <source>Remove the container %1 and its volume, as far as they carry this operation&apos;s label</source>
        <translation>Eliminar el contenedor %1 y su volumen, en la medida en que lleven la etiqueta de esta operación</translation>
    </message>
    <message>
        <source>End the helper that an earlier container named %1 may have left running</source>
        <translation>Terminar el auxiliar que un contenedor anterior llamado %1 haya podido dejar en marcha</translation>
    </message>
</context>
<context>
    <name>howdah::CloneDebian</name>
    <message>
        <source>The new server&apos;s files lie in its data directory alone.</source>
        <translation>Los archivos del nuevo servidor están solo en su directorio de datos.</translation>
    </message>
    <message>
        <source>There is no pg_ctlcluster on that host.</source>
        <translation>No hay ningún pg_ctlcluster en ese host.</translation>
    </message>
    <message>
        <source>Install postgresql-common there, or choose the layout &quot;plain&quot;.</source>
        <translation>Instale allí postgresql-common o elija la disposición &quot;plain&quot;.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>Choose another name for the new node, or remove that cluster with pg_dropcluster.</source>
        <translation>Elija otro nombre para el nodo nuevo o elimine ese clúster con pg_dropcluster.</translation>
    </message>
    <message>
        <source>%1 may not write into %2.</source>
        <translation>%1 no puede escribir en %2.</translation>
    </message>
    <message>
        <source>Make that directory, owned by the server&apos;s owner, or choose the layout &quot;plain&quot;.</source>
        <translation>Cree ese directorio, con el propietario del servidor como dueño, o elija la disposición &quot;plain&quot;.</translation>
    </message>
    <message>
        <source>It will be known to pg_lsclusters as &quot;%1 %2&quot;.</source>
        <translation>pg_lsclusters lo conocerá como &quot;%1 %2&quot;.</translation>
    </message>
    <message>
        <source>Its layout is possible</source>
        <translation>Su disposición es posible</translation>
    </message>
    <message>
        <source>With Debian&apos;s layout, pg_lsclusters and pg_ctlcluster know the new server, and it starts with the machine.</source>
        <translation>Con la disposición de Debian, pg_lsclusters y pg_ctlcluster conocen el nuevo servidor, y este arranca con la máquina.</translation>
    </message>
    <message>
        <source>Make the directory %1 for its configuration</source>
        <translation>Crear el directorio %1 para su configuración</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Take the source&apos;s port and name out of the copy&apos;s postgresql.auto.conf</source>
        <translation>Quitar el puerto y el nombre del origen del postgresql.auto.conf de la copia</translation>
    </message>
    <message>
        <source>Set its places, port and name in %1/postgresql.conf</source>
        <translation>Poner sus lugares, puerto y nombre en %1/postgresql.conf</translation>
    </message>
    <message>
        <source>Let everybody see that it is there, as Debian does</source>
        <translation>Dejar que todos vean que existe, como hace Debian</translation>
    </message>
    <message>
        <source>Give its postgresql.conf the rights that the source&apos;s has</source>
        <translation>Dar a su postgresql.conf los permisos que tiene el del origen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Remove its log, %1</source>
        <translation>Eliminar su log, %1</translation>
    </message>
    <message>
        <source>Remove this operation&apos;s mark from %1</source>
        <translation>Eliminar de %1 la marca de esta operación</translation>
    </message>
    <message>
        <source>Mark %1 again, if its configuration is this operation&apos;s</source>
        <translation>Marcar de nuevo %1, si su configuración es la de esta operación</translation>
    </message>
    <message>
        <source>no configuration of this operation is in %1</source>
        <translation>en %1 no hay ninguna configuración de esta operación</translation>
    </message>
</context>
<context>
    <name>howdah::CloneHost</name>
    <message>
        <source>There is no user %1 on %2 to own the new server.</source>
        <translation>No hay ningún usuario %1 en %2 que sea propietario del nuevo servidor.</translation>
    </message>
    <message>
        <source>Install PostgreSQL there, or make that user.</source>
        <translation>Instale allí PostgreSQL o cree ese usuario.</translation>
    </message>
    <message>
        <source>The version of the source is not known.</source>
        <translation>No se conoce la versión del origen.</translation>
    </message>
    <message>
        <source>There are no programs of PostgreSQL %1 on this host.</source>
        <translation>No hay programas de PostgreSQL %1 en este host.</translation>
    </message>
    <message>
        <source>Install the server and client packages of PostgreSQL %1.</source>
        <translation>Instale los paquetes de servidor y de cliente de PostgreSQL %1.</translation>
    </message>
</context>
<context>
    <name>howdah::CloneTablespaces</name>
    <message>
        <source>%1 and %2 lie in one another.</source>
        <translation>%1 y %2 están uno dentro del otro.</translation>
    </message>
    <message>
        <source>There are none beside the default ones.</source>
        <translation>No hay ninguno aparte de los predeterminados.</translation>
    </message>
    <message>
        <source>The tablespace %1 (%2) has no place named for it.</source>
        <translation>El tablespace %1 (%2) no tiene ningún lugar indicado.</translation>
    </message>
    <message>
        <source>Name a new directory for each: old=new; separated by &quot;;&quot;.</source>
        <translation>Indique un directorio nuevo para cada uno: old=new; separados por &quot;;&quot;.</translation>
    </message>
    <message>
        <source>The directory %1 was not looked at.</source>
        <translation>No se miró el directorio %1.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <translation>Compruebe de nuevo.</translation>
    </message>
    <message>
        <source>%1 goes to %2</source>
        <translation>%1 va a %2</translation>
    </message>
    <message>
        <source>Give each a directory of its own.</source>
        <translation>Dé a cada uno un directorio propio.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the whole path of a directory. Write old=new; separated by &quot;;&quot;.</source>
        <translation>&quot;%1&quot; no es la ruta completa de un directorio. Escriba old=new; separados por &quot;;&quot;.</translation>
    </message>
    <message>
        <source>The source has no tablespace in &quot;%1&quot;.</source>
        <translation>El origen no tiene ningún tablespace en &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Every tablespace has a place</source>
        <translation>Cada tablespace tiene un lugar</translation>
    </message>
    <message>
        <source>Tablespaces lie at fixed paths: without places of its own, the copy would lie in the source&apos;s.</source>
        <translation>Los tablespaces están en rutas fijas: sin lugares propios, la copia estaría en los del origen.</translation>
    </message>
    <message>
        <source>Make the directory %1 for the tablespace %2</source>
        <translation>Crear el directorio %1 para el tablespace %2</translation>
    </message>
    <message>
        <source>Remove the directory %1 and the tablespace in it</source>
        <translation>Eliminar el directorio %1 y el tablespace que contiene</translation>
    </message>
    <message>
        <source>Put back the empty directory %1</source>
        <translation>Volver a poner el directorio vacío %1</translation>
    </message>
</context>
<context>
    <name>howdah::ClusterActions</name>
    <message>
        <source>Adding %1…</source>
        <translation>Añadiendo %1…</translation>
    </message>
    <message>
        <source>%1 is watched now.</source>
        <translation>%1 está ahora bajo vigilancia.</translation>
    </message>
    <message>
        <source>Taking %1 off the list…</source>
        <translation>Quitando %1 de la lista…</translation>
    </message>
    <message>
        <source>%1 is no longer watched. Its servers were not touched.</source>
        <translation>%1 ya no se vigila. Sus servidores no se tocaron.</translation>
    </message>
    <message>
        <source>Starting %1…</source>
        <translation>Arrancando %1…</translation>
    </message>
    <message>
        <source>%1 has started.</source>
        <translation>%1 ha arrancado.</translation>
    </message>
    <message>
        <source>Stopping %1…</source>
        <translation>Deteniendo %1…</translation>
    </message>
    <message>
        <source>%1 has stopped. Start it again from its menu.</source>
        <translation>%1 se ha detenido. Arránquelo de nuevo desde su menú.</translation>
    </message>
    <message>
        <source>Destroying %1…</source>
        <translation>Destruyendo %1…</translation>
    </message>
    <message>
        <source>%1 and everything that was made for it is gone.</source>
        <translation>%1 y todo lo que se creó para él ha desaparecido.</translation>
    </message>
    <message>
        <source>%1 has no host now: only SQL reaches it.</source>
        <translation>%1 no tiene ahora ningún host: solo se llega a él por SQL.</translation>
    </message>
    <message>
        <source>%1 is operated through %2 now.</source>
        <translation>%1 se opera ahora a través de %2.</translation>
    </message>
    <message>
        <source>Putting the host of %1 on record…</source>
        <translation>Registrando el host de %1…</translation>
    </message>
</context>
<context>
    <name>howdah::ClusterDefinition</name>
    <message>
        <source>A name is missing. Give one of 1 to 63 bytes.</source>
        <translation>Falta un nombre. Dé uno de 1 a 63 bytes.</translation>
    </message>
    <message>
        <source>The name “%1” is %2 bytes long. PostgreSQL keeps 63: choose a shorter one.</source>
        <translation>El nombre “%1” ocupa %2 bytes. PostgreSQL conserva 63: elija uno más corto.</translation>
    </message>
    <message>
        <source>A name contains half a character. Type it again.</source>
        <translation>Un nombre contiene medio carácter. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>A name contains a line break, a tab or another control character. Leave it out.</source>
        <translation>Un nombre contiene un salto de línea, un tabulador u otro carácter de control. Quítelo.</translation>
    </message>
    <message>
        <source>Two nodes of the cluster “%1” are named “%2”. Give each node a name of its own.</source>
        <translation>Dos nodos del clúster “%1” se llaman “%2”. Dé a cada nodo un nombre propio.</translation>
    </message>
</context>
<context>
    <name>howdah::ClusterLock</name>
    <message>
        <source>Another change of this cluster is running: %1.</source>
        <translation>Hay otro cambio de este clúster en curso: %1.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it there; only one change at a time is made to a cluster.</source>
        <translation>Espere a que termine o deténgalo allí; en un clúster se hace un solo cambio a la vez.</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be opened.</source>
        <translation>El archivo de bloqueo %1 no se puede abrir.</translation>
    </message>
    <message>
        <source>a session on %1 that cannot be named</source>
        <translation>una sesión en %1 que no se puede nombrar</translation>
    </message>
    <message>
        <source>%1 (from %2, seen on %3)</source>
        <translation>%1 (desde %2, vista en %3)</translation>
    </message>
    <message>
        <source>If its machine is off or cut from the network, the server lets go of it after %1 s.</source>
        <translation>Si su máquina está apagada o aislada de la red, el servidor lo libera pasados %1 s.</translation>
    </message>
</context>
<context>
    <name>howdah::ClusterRegistry</name>
    <message>
        <source>The list of clusters was written by a later version of Howdah. Start that one, or move the file away to begin a new list.</source>
        <translation>La lista de clústeres la escribió una versión posterior de Howdah. Inicie esa versión, o aparte el archivo para empezar una lista nueva.</translation>
    </message>
    <message>
        <source>A cluster in it has no proper name.</source>
        <translation>Un clúster de la lista no tiene un nombre válido.</translation>
    </message>
    <message>
        <source>The list of clusters, %1, is damaged and could not be moved aside. Move it away by hand, then start again.</source>
        <translation>La lista de clústeres, %1, está dañada y no se pudo apartar. Apártela a mano y vuelva a iniciar el programa.</translation>
    </message>
    <message>
        <source>The list of clusters, %1, cannot be read: %2.</source>
        <translation>La lista de clústeres, %1, no se puede leer: %2.</translation>
    </message>
    <message>
        <source>The list of clusters, %1, cannot be written: %2.</source>
        <translation>La lista de clústeres, %1, no se puede escribir: %2.</translation>
    </message>
    <message>
        <source>The list of clusters, %1, is held by another program. Try again in a moment.</source>
        <translation>Otro programa tiene ocupada la lista de clústeres, %1. Inténtelo de nuevo dentro de un momento.</translation>
    </message>
    <message>
        <source>No cluster is on record yet.</source>
        <translation>Aún no hay ningún clúster registrado.</translation>
    </message>
    <message>
        <source>On record: %1.</source>
        <translation>Registrados: %1.</translation>
    </message>
    <message>
        <source>There is no cluster named “%1”. %2</source>
        <translation>No hay ningún clúster llamado “%1”. %2</translation>
    </message>
    <message>
        <source>A cluster named “%1” is on record already. Choose another name, or remove that one first.</source>
        <translation>Ya hay un clúster registrado llamado “%1”. Elija otro nombre o quite antes ese.</translation>
    </message>
    <message>
        <source>The list of clusters was damaged; the damaged file was moved aside to %1. Add the clusters again, then delete that file to be rid of this notice.</source>
        <translation>La lista de clústeres estaba dañada; el archivo dañado se apartó a %1. Añada de nuevo los clústeres y después borre ese archivo para que desaparezca este aviso.</translation>
    </message>
</context>
<context>
    <name>howdah::ClusterSnapshot</name>
    <message>
        <source>Primary</source>
        <translation>Primario</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>En espera de respuesta</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Inaccesible</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Acceso denegado</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Arrancando</translation>
    </message>
    <message>
        <source>Belongs to another cluster</source>
        <translation>Pertenece a otro clúster</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>En streaming</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Poniéndose al día</translation>
    </message>
    <message>
        <source>Replay paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Not streaming</source>
        <translation>Sin streaming</translation>
    </message>
    <message>
        <source>Recovering</source>
        <translation>En recuperación</translation>
    </message>
    <message>
        <source>Not permitted to see</source>
        <translation>Sin permiso para verlo</translation>
    </message>
</context>
<context>
    <name>howdah::ClusterView</name>
    <message>
        <source>Pages of the cluster</source>
        <translation>Páginas del clúster</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replicación</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operaciones</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>Máquina del tiempo</translation>
    </message>
    <message>
        <source>WAL &amp; archive</source>
        <translation>WAL &amp; archivado</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
</context>
<context>
    <name>howdah::CodeBlock</name>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source># … and %1 more lines, which the script has</source>
        <translation># … y más líneas, que están en el script: %1</translation>
    </message>
</context>
<context>
    <name>howdah::CommandFiles</name>
    <message>
        <source>The file %1 cannot be read</source>
        <translation>El archivo %1 no se puede leer</translation>
    </message>
    <message>
        <source>The file %1 cannot be written</source>
        <translation>El archivo %1 no se puede escribir</translation>
    </message>
    <message>
        <source>Nothing can be told about %1</source>
        <translation>No se puede averiguar nada de %1</translation>
    </message>
    <message>
        <source>%1: the answer of stat was not understood.</source>
        <translation>%1: no se entendió la respuesta de stat.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be listed</source>
        <translation>El directorio %1 no se puede listar</translation>
    </message>
    <message>
        <source>The directory %1 cannot be made</source>
        <translation>El directorio %1 no se puede crear</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2</source>
        <translation>%1 no se puede mover a %2</translation>
    </message>
    <message>
        <source>The directory %1 cannot be removed</source>
        <translation>El directorio %1 no se puede eliminar</translation>
    </message>
    <message>
        <source>The directory %1 was left alone: it was not made by this operation.</source>
        <translation>El directorio %1 se dejó como estaba: no lo creó esta operación.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; in it is missing or says something else.</source>
        <translation>Falta en él el archivo &quot;%1&quot;, o dice otra cosa.</translation>
    </message>
    <message>
        <source>Look at what is there, and move it aside by hand if nobody needs it.</source>
        <translation>Mire qué hay allí y apártelo a mano si nadie lo necesita.</translation>
    </message>
    <message>
        <source>The file %1 cannot be removed</source>
        <translation>El archivo %1 no se puede eliminar</translation>
    </message>
</context>
<context>
    <name>howdah::CommandLine</name>
    <message>
        <source>There is a cluster “%1” on record already.</source>
        <translation>Ya hay un clúster “%1” registrado.</translation>
    </message>
    <message>
        <source>Choose another name, or take the old one off the record first: howdahctl cluster remove %1</source>
        <translation>Elija otro nombre o quite antes el antiguo del registro: howdahctl cluster remove %1</translation>
    </message>
    <message>
        <source>Cluster “%1” is on record now.</source>
        <translation>El clúster “%1” queda registrado.</translation>
    </message>
    <message>
        <source>No node is new.</source>
        <translation>No hay nodos nuevos.</translation>
    </message>
    <message>
        <source>New nodes: %1.</source>
        <translation>Nodos nuevos: %1.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodos</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>System identifier</source>
        <translation>Identificador de sistema</translation>
    </message>
    <message>
        <source>No cluster is on record yet. “howdahctl cluster add NAME CONNINFO” adds one, “howdahctl lab create NAME” makes one here.</source>
        <translation>Aún no hay ningún clúster registrado. “howdahctl cluster add NAME CONNINFO” añade uno, “howdahctl lab create NAME” crea uno aquí.</translation>
    </message>
    <message>
        <source>“%1” is a lab cluster: its servers are Howdah&apos;s own.</source>
        <translation>“%1” es un clúster de laboratorio: sus servidores son de Howdah.</translation>
    </message>
    <message>
        <source>“howdahctl lab destroy %1” takes it down and off the record.</source>
        <translation>“howdahctl lab destroy %1” lo desmonta y lo quita del registro.</translation>
    </message>
    <message>
        <source>Cluster “%1” is off the record. Its servers were not touched.</source>
        <translation>El clúster “%1” ya no está registrado. Sus servidores no se tocaron.</translation>
    </message>
    <message>
        <source>Puts a cluster on record: one server is enough, the rest is found from it.</source>
        <translation>Registra un clúster: basta un servidor, el resto se encuentra a partir de él.</translation>
    </message>
    <message>
        <source>Standbys are found through the primary&apos;s walsenders and the primary through a standby&apos;s primary_conninfo; each is confirmed by its system identifier. Nothing is changed on any server. Passwords belong in ~/.pgpass, in a passfile, or are asked for; they are never saved here.</source>
        <translation>Los standbys se encuentran por los walsenders del primario, y el primario por el primary_conninfo de un standby; cada uno se confirma por su identificador de sistema. No se cambia nada en ningún servidor. Las contraseñas van en ~/.pgpass o en un passfile, o se preguntan; aquí nunca se guardan.</translation>
    </message>
    <message>
        <source>The name it gets here.</source>
        <translation>El nombre que recibe aquí.</translation>
    </message>
    <message>
        <source>As for psql: “host=db1 port=5432 user=dba” or a postgresql:// URI.</source>
        <translation>Como para psql: “host=db1 port=5432 user=dba” o un URI postgresql://.</translation>
    </message>
    <message>
        <source>Heading that it stands under in the window&apos;s list.</source>
        <translation>Encabezado bajo el que aparece en la lista de la ventana.</translation>
    </message>
    <message>
        <source>The clusters on record.</source>
        <translation>Los clústeres registrados.</translation>
    </message>
    <message>
        <source>A cluster on record as it is now.</source>
        <translation>Un clúster registrado, tal como está ahora.</translation>
    </message>
    <message>
        <source>Looks for nodes that are not on record yet, and adds them.</source>
        <translation>Busca nodos que aún no están registrados y los añade.</translation>
    </message>
    <message>
        <source>Takes a cluster off the record. Its servers are not touched.</source>
        <translation>Quita un clúster del registro. Sus servidores no se tocan.</translation>
    </message>
    <message>
        <source>One JSON document on standard output; text for people goes to standard error.</source>
        <translation>Un documento JSON en la salida estándar; el texto para personas va a la salida de errores.</translation>
    </message>
    <message>
        <source>A cluster on record (see “howdahctl cluster list”).</source>
        <translation>Un clúster registrado (véase “howdahctl cluster list”).</translation>
    </message>
    <message>
        <source>“howdahctl %1 --help” shows how it is used.</source>
        <translation>“howdahctl %1 --help” muestra cómo se usa.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>¿Quiso decir “%1”?</translation>
    </message>
    <message>
        <source>“howdahctl help” lists what there is.</source>
        <translation>“howdahctl help” enumera lo que hay.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>No existe la orden “%1”.</translation>
    </message>
    <message>
        <source>“%1” needs one more word: %2.</source>
        <translation>“%1” necesita una palabra más: %2.</translation>
    </message>
    <message>
        <source>There is no command “%1 %2”.</source>
        <translation>No existe la orden “%1 %2”.</translation>
    </message>
    <message>
        <source>“%1” has no option “%2”.</source>
        <translation>“%1” no tiene la opción “%2”.</translation>
    </message>
    <message>
        <source>The option “%1” is given twice.</source>
        <translation>La opción “%1” se da dos veces.</translation>
    </message>
    <message>
        <source>The option “%1” takes no value.</source>
        <translation>La opción “%1” no admite ningún valor.</translation>
    </message>
    <message>
        <source>The option “%1” needs a value: %1 %2.</source>
        <translation>La opción “%1” necesita un valor: %1 %2.</translation>
    </message>
    <message>
        <source>“%1” needs %2: %3</source>
        <translation>“%1” necesita %2: %3</translation>
    </message>
    <message>
        <source>“%1” does not know what to do with “%2”.</source>
        <translation>“%1” no sabe qué hacer con “%2”.</translation>
    </message>
    <message>
        <source>What should be done?</source>
        <translation>¿Qué se debe hacer?</translation>
    </message>
    <message>
        <source>What a DBA should know about a cluster: severity, evidence, remedy.</source>
        <translation>Lo que un DBA debe saber de un clúster: gravedad, evidencia, remedio.</translation>
    </message>
    <message>
        <source>howdahctl: see a PostgreSQL cluster as it is, change its shape safely.</source>
        <translation>howdahctl: vea un clúster de PostgreSQL tal como es y cambie su forma con seguridad.</translation>
    </message>
    <message>
        <source>Usage: howdahctl COMMAND … [options]</source>
        <translation>Uso: howdahctl ORDEN … [opciones]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Órdenes:</translation>
    </message>
    <message>
        <source>“howdahctl COMMAND --help” tells more about one of them.</source>
        <translation>“howdahctl ORDEN --help” da más detalles de una de ellas.</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, or ready · 1 failed and undone · 2 usage · 3 not ready, a check blocks · 4 stopped half-way, to be resumed or undone.</source>
        <translation>Códigos de salida: 0 hecho, o listo · 1 falló y se deshizo · 2 uso incorrecto · 3 no está listo, una comprobación bloquea · 4 detenido a medias, para reanudar o deshacer.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Uso: %1</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumentos:</translation>
    </message>
    <message>
        <source>This text.</source>
        <translation>Este texto.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Opciones:</translation>
    </message>
    <message>
        <source>Usage: howdahctl %1 COMMAND …</source>
        <translation>Uso: howdahctl %1 ORDEN …</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[opciones]</translation>
    </message>
    <message>
        <source>The lab “%1” lies in %2</source>
        <translation>El laboratorio “%1” está en %2</translation>
    </message>
    <message>
        <source>The lab “%1” runs.</source>
        <translation>El laboratorio “%1” está en marcha.</translation>
    </message>
    <message>
        <source>The lab “%1” is stopped; its data stays.</source>
        <translation>El laboratorio “%1” está detenido; sus datos se conservan.</translation>
    </message>
    <message>
        <source>The lab “%1” is gone, with everything that was made for it.</source>
        <translation>El laboratorio “%1” ha desaparecido, con todo lo que se creó para él.</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Laboratorio</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>There is no lab yet. “howdahctl lab create NAME” makes one.</source>
        <translation>Aún no hay ningún laboratorio. “howdahctl lab create NAME” crea uno.</translation>
    </message>
    <message>
        <source>How many standbys (2 unless said).</source>
        <translation>Cuántos standbys (2 si no se indica).</translation>
    </message>
    <message>
        <source>With a WAL archive.</source>
        <translation>Con un archivo de WAL.</translation>
    </message>
    <message>
        <source>A gentle writing load: commits a second (0, none, unless said).</source>
        <translation>Una carga de escritura ligera: commits por segundo (0, ninguna, si no se indica).</translation>
    </message>
    <message>
        <source>Directory of the PostgreSQL programs to use (the newest found here unless said).</source>
        <translation>Directorio de los programas de PostgreSQL que se usan (los más recientes encontrados aquí si no se indica).</translation>
    </message>
    <message>
        <source>A file system of its own, of so many megabytes, so that it can be filled (needs root).</source>
        <translation>Un sistema de archivos propio, de tantos megabytes, para poder llenarlo (requiere root).</translation>
    </message>
    <message>
        <source>The lab&apos;s name, and its cluster&apos;s.</source>
        <translation>El nombre del laboratorio y de su clúster.</translation>
    </message>
    <message>
        <source>A lab (see “howdahctl lab list”).</source>
        <translation>Un laboratorio (véase “howdahctl lab list”).</translation>
    </message>
    <message>
        <source>Makes a real cluster on this machine, from the PostgreSQL programs found here.</source>
        <translation>Crea un clúster real en esta máquina, con los programas de PostgreSQL que se encuentren aquí.</translation>
    </message>
    <message>
        <source>Free ports, loopback only, everything in one directory. As root the servers run as postgres.</source>
        <translation>Puertos libres, solo loopback, todo en un directorio. Como root, los servidores se ejecutan como postgres.</translation>
    </message>
    <message>
        <source>Starts a lab&apos;s servers and its writing load.</source>
        <translation>Arranca los servidores de un laboratorio y su carga de escritura.</translation>
    </message>
    <message>
        <source>Stops a lab&apos;s servers; its data stays.</source>
        <translation>Detiene los servidores de un laboratorio; sus datos se conservan.</translation>
    </message>
    <message>
        <source>Stops a lab and removes what was made for it, and nothing else.</source>
        <translation>Detiene un laboratorio y elimina lo que se creó para él, y nada más.</translation>
    </message>
    <message>
        <source>The labs on this machine.</source>
        <translation>Los laboratorios de esta máquina.</translation>
    </message>
    <message>
        <source>There is no fault “%1”.</source>
        <translation>No existe el fallo “%1”.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Hay: %1.</translation>
    </message>
    <message>
        <source>The lab “%1” has no node “%2”.</source>
        <translation>El laboratorio “%1” no tiene ningún nodo “%2”.</translation>
    </message>
    <message>
        <source>This lab was made without a writing load: say how much with --rate N.</source>
        <translation>Este laboratorio se creó sin carga de escritura: indique cuánta con --rate N.</translation>
    </message>
    <message>
        <source>%1 commits, %2 failures, longest gap between two commits %3 ms.</source>
        <translation>%1 commits, %2 fallos, intervalo más largo entre dos commits %3 ms.</translation>
    </message>
    <message>
        <source>The faults, and what mends them:</source>
        <translation>Los fallos y lo que los remedia:</translation>
    </message>
    <message>
        <source> (mended by %1)</source>
        <translation> (se remedia con %1)</translation>
    </message>
    <message>
        <source>Does something real and bad to a lab&apos;s node, or mends it.</source>
        <translation>Causa un daño real al nodo de un laboratorio, o lo remedia.</translation>
    </message>
    <message>
        <source>What to do; see above.</source>
        <translation>Qué hacer; véase más arriba.</translation>
    </message>
    <message>
        <source>To which node (the first unless said).</source>
        <translation>A qué nodo (el primero si no se indica).</translation>
    </message>
    <message>
        <source>Writes to a lab&apos;s primary, whichever node that is, until Ctrl-C.</source>
        <translation>Escribe en el primario de un laboratorio, sea cual sea el nodo, hasta Ctrl-C.</translation>
    </message>
    <message>
        <source>Commits a second (as the lab was made unless said).</source>
        <translation>Commits por segundo (como se creó el laboratorio si no se indica).</translation>
    </message>
    <message>
        <source>--%1 wants %2, not “%3”.</source>
        <translation>--%1 requiere %2, no “%3”.</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>un número de %1 a %2</translation>
    </message>
    <message>
        <source>commits a second, 0 to %1</source>
        <translation>commits por segundo, de 0 a %1</translation>
    </message>
    <message>
        <source>Chosen from the cluster as it is unless said.</source>
        <translation>Se elige según el clúster tal como está, si no se indica.</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Obligatorio.</translation>
    </message>
    <message>
        <source>--%1 and --%2 exclude each other.</source>
        <translation>--%1 y --%2 se excluyen mutuamente.</translation>
    </message>
    <message>
        <source>--script prints a script, not JSON: leave --json away.</source>
        <translation>--script imprime un script, no JSON: quite --json.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>adelante</translation>
    </message>
    <message>
        <source>Type “%1” to go on:</source>
        <translation>Escriba “%1” para continuar:</translation>
    </message>
    <message>
        <source>Not confirmed: nothing was changed.</source>
        <translation>Sin confirmar: no se cambió nada.</translation>
    </message>
    <message>
        <source>“%1” must be confirmed, and there is no terminal to ask on: nothing was changed.</source>
        <translation>“%1” se debe confirmar y no hay terminal en el que preguntar: no se cambió nada.</translation>
    </message>
    <message>
        <source>--yes confirms; --check and --dry-run only look.</source>
        <translation>--yes confirma; --check y --dry-run solo miran.</translation>
    </message>
    <message>
        <source>Only the checks. Exit code 0 when ready, 3 when not.</source>
        <translation>Solo las comprobaciones. Código de salida 0 si está listo, 3 si no.</translation>
    </message>
    <message>
        <source>Checks and plan, with the exact commands; nothing is changed.</source>
        <translation>Comprobaciones y plan, con las órdenes exactas; no se cambia nada.</translation>
    </message>
    <message>
        <source>The plan as a shell script on standard output; nothing is changed.</source>
        <translation>El plan como script de shell en la salida estándar; no se cambia nada.</translation>
    </message>
    <message>
        <source>Does not ask for confirmation.</source>
        <translation>No pide confirmación.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>advertencia</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueo</translation>
    </message>
    <message>
        <source>(from here on nothing is undone)</source>
        <translation>(de aquí en adelante no se deshace nada)</translation>
    </message>
    <message>
        <source>Done when seen: %1</source>
        <translation>Hecho cuando se vea: %1</translation>
    </message>
    <message>
        <source>--script prints this as a script that runs by itself.</source>
        <translation>--script imprime esto como un script que se ejecuta por sí solo.</translation>
    </message>
    <message>
        <source>Done. Each step was verified by looking at the result.</source>
        <translation>Hecho. Cada paso se verificó mirando el resultado.</translation>
    </message>
    <message>
        <source>Undone: what was begun has been taken back.</source>
        <translation>Deshecho: lo que se empezó se ha revertido.</translation>
    </message>
    <message>
        <source>Not done: nothing was changed.</source>
        <translation>No se hizo: no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 of cluster “%2”, %3</source>
        <translation>%1 del clúster “%2”, %3</translation>
    </message>
    <message>
        <source>Begun %1 by %2</source>
        <translation>Empezada: %1, por %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>No operation was run yet.</source>
        <translation>Aún no se ha ejecutado ninguna operación.</translation>
    </message>
    <message>
        <source>An operation (see “howdahctl operations list”).</source>
        <translation>Una operación (véase “howdahctl operations list”).</translation>
    </message>
    <message>
        <source>Only of this cluster.</source>
        <translation>Solo de este clúster.</translation>
    </message>
    <message>
        <source>The same as “operations list”.</source>
        <translation>Lo mismo que “operations list”.</translation>
    </message>
    <message>
        <source>The operations that were run, newest first; those that were cut off say so.</source>
        <translation>Las operaciones que se ejecutaron, las más recientes primero; las que quedaron interrumpidas lo indican.</translation>
    </message>
    <message>
        <source>One operation: its steps, what was done and what was not.</source>
        <translation>Una operación: sus pasos, qué se hizo y qué no.</translation>
    </message>
    <message>
        <source>Takes back what an operation that was cut off had done.</source>
        <translation>Revierte lo que hizo una operación que quedó interrumpida.</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%1 % de %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>esta máquina</translation>
    </message>
    <message>
        <source>Password of the role “%1” on %2:</source>
        <translation>Contraseña del rol “%1” en %2:</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Crítico</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>%1 (system identifier %2)</source>
        <translation>%1 (identificador de sistema %2)</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Send lag</source>
        <translation>Retr. envío</translation>
    </message>
    <message>
        <source>Write lag</source>
        <translation>Retr. escritura</translation>
    </message>
    <message>
        <source>Flush lag</source>
        <translation>Retr. volcado</translation>
    </message>
    <message>
        <source>Replay lag</source>
        <translation>Retr. reprod.</translation>
    </message>
    <message>
        <source>Replay time</source>
        <translation>Tiempo reprod.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nada requiere atención.</translation>
    </message>
    <message>
        <source>Ctrl-C ends this.</source>
        <translation>Ctrl-C termina esto.</translation>
    </message>
    <message>
        <source>A cluster as it is now: roles, timelines, lag, what needs attention.</source>
        <translation>Un clúster tal como está ahora: roles, timelines, retraso, lo que requiere atención.</translation>
    </message>
    <message>
        <source>“?” and null mean that a value is not known; they never stand for 0. The exit code is 1 when no node answered.</source>
        <translation>“?” y null significan que un valor no se conoce; nunca equivalen a 0. El código de salida es 1 si no respondió ningún nodo.</translation>
    </message>
    <message>
        <source>Again every second until Ctrl-C; with --json one document to a line.</source>
        <translation>De nuevo cada segundo hasta Ctrl-C; con --json, un documento por línea.</translation>
    </message>
    <message>
        <source>The host key of “%1” is not on record. It shows %2 %3. Compare that with what the machine itself says (ssh-keygen -lf /etc/ssh/ssh_host_%4_key.pub).</source>
        <translation>La clave de host de “%1” no está registrada. Muestra %2 %3. Compárela con lo que dice la propia máquina (ssh-keygen -lf /etc/ssh/ssh_host_%4_key.pub).</translation>
    </message>
    <message>
        <source>Type “yes” to put it on record in %1:</source>
        <translation>Escriba “yes” para registrarla en %1:</translation>
    </message>
    <message>
        <source>If they agree: --accept-key %1 puts it on record in %2.</source>
        <translation>Si coinciden: --accept-key %1 la registra en %2.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>Directorio de datos</translation>
    </message>
    <message>
        <source>%1, owned by %2</source>
        <translation>%1, propiedad de %2</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>not known: the server does not answer, or the role is no member of pg_monitor</source>
        <translation>no se conoce: el servidor no responde, o el rol no es miembro de pg_monitor</translation>
    </message>
    <message>
        <source>“%1” is operated through it now.</source>
        <translation>“%1” se opera ahora a través de él.</translation>
    </message>
    <message>
        <source>“%1” has no host now: only SQL reaches it.</source>
        <translation>“%1” no tiene ahora ningún host: solo se llega a él por SQL.</translation>
    </message>
    <message>
        <source>The cluster “%1” has no node “%2”.</source>
        <translation>El clúster “%1” no tiene ningún nodo “%2”.</translation>
    </message>
    <message>
        <source>Names the machine on which a node&apos;s server runs, so that operations can act there.</source>
        <translation>Indica la máquina en la que funciona el servidor de un nodo, para que las operaciones puedan actuar allí.</translation>
    </message>
    <message>
        <source>Logs in there first and looks whether that very server&apos;s files are there; only then is it put on record. Other machines are reached by the system&apos;s ssh with the user&apos;s own configuration, agent and keys, which must let it in without a question. Where the login is another user than the server&apos;s, sudo must allow “sudo -n -u OWNER”. A server whose port is closed to this machine is reached through that connection too. A host key that is not on record is never accepted unasked.</source>
        <translation>Primero inicia sesión allí y mira si están los archivos de ese mismo servidor; solo entonces se registra. A otras máquinas se llega con el ssh del sistema y la configuración, el agente y las claves del propio usuario, que deben permitir la entrada sin preguntas. Donde la sesión es de un usuario distinto del del servidor, sudo debe permitir “sudo -n -u OWNER”. A un servidor cuyo puerto está cerrado para esta máquina se llega también por esa conexión. Una clave de host que no está registrada nunca se acepta sin preguntar.</translation>
    </message>
    <message>
        <source>A node&apos;s name, as “cluster show” tells it.</source>
        <translation>El nombre de un nodo, tal como lo muestra “cluster show”.</translation>
    </message>
    <message>
        <source>“ssh:NAME” with a name of ~/.ssh/config or “user@machine:port”; “local”; “none” for a node that only SQL is to reach.</source>
        <translation>“ssh:NAME” con un nombre de ~/.ssh/config o “user@machine:port”; “local”; “none” para un nodo al que solo se debe llegar por SQL.</translation>
    </message>
    <message>
        <source>Says that the host key with this fingerprint is the machine&apos;s: it is put on record in known_hosts.</source>
        <translation>Indica que la clave de host con esta huella es la de la máquina: se registra en known_hosts.</translation>
    </message>
    <message>
        <source>--yes confirms.</source>
        <translation>--yes confirma.</translation>
    </message>
    <message>
        <source>Goes on with an operation that was cut off, if things still are as they were.</source>
        <translation>Continúa una operación interrumpida, si todo sigue como estaba.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>--kind is insert, update, delete or drop, not “%1”.</source>
        <translation>--kind es insert, update, delete o drop, no “%1”.</translation>
    </message>
    <message>
        <source>COMMITTED (UTC)</source>
        <translation>CONFIRMADA (UTC)</translation>
    </message>
    <message>
        <source>XID</source>
        <translation>XID</translation>
    </message>
    <message>
        <source>INSERTED</source>
        <translation>INSERTADAS</translation>
    </message>
    <message>
        <source>UPDATED</source>
        <translation>ACTUALIZADAS</translation>
    </message>
    <message>
        <source>DELETED</source>
        <translation>ELIMINADAS</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>TABLES</source>
        <translation>TABLAS</translation>
    </message>
    <message>
        <source>The newest %1 of %2 that match; --limit shows more.</source>
        <translation>Las %1 más recientes de %2 que coinciden; --limit muestra más.</translation>
    </message>
    <message>
        <source>None of the %1 transactions in the WAL matches.</source>
        <translation>Ninguna de las %1 transacciones del WAL coincide.</translation>
    </message>
    <message>
        <source>%1 archives no WAL: this is what still lies in pg_wal of %2.</source>
        <translation>%1 no archiva WAL: esto es lo que aún está en pg_wal de %2.</translation>
    </message>
    <message>
        <source>Recover to just before one of them: howdahctl recover %1 --before-transaction XID</source>
        <translation>Recuperar hasta justo antes de una de ellas: howdahctl recover %1 --before-transaction XID</translation>
    </message>
    <message>
        <source>The transactions in a cluster&apos;s WAL: when, which tables, how many rows.</source>
        <translation>Las transacciones del WAL de un clúster: cuándo, qué tablas, cuántas filas.</translation>
    </message>
    <message>
        <source>Reads the archive and what is not archived yet, with the server&apos;s own pg_waldump. The newest stands last. Its number is what “recover --before-transaction” wants.</source>
        <translation>Lee el archivo de WAL y lo que aún no está archivado, con el pg_waldump del propio servidor. La más reciente figura al final. Su número es lo que pide “recover --before-transaction”.</translation>
    </message>
    <message>
        <source>Those that changed this table: users, public.users or shop.public.users.</source>
        <translation>Las que cambiaron esta tabla: users, public.users o shop.public.users.</translation>
    </message>
    <message>
        <source>insert, update, delete or drop; a truncated or rewritten table counts as dropped.</source>
        <translation>insert, update, delete o drop; una tabla truncada o reescrita cuenta como drop.</translation>
    </message>
    <message>
        <source>From then on: 90min, 2h or 3d ago, or a time with its zone (2026-11-20 10:31 UTC).</source>
        <translation>Desde entonces: hace 90min, 2h o 3d, o una hora con su zona (2026-11-20 10:31 UTC).</translation>
    </message>
    <message>
        <source>At least so many rows.</source>
        <translation>Al menos este número de filas.</translation>
    </message>
    <message>
        <source>At most so many, the newest; 1000 unless said.</source>
        <translation>Como máximo este número, las más recientes; 1000 si no se indica.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segmento</numerusform>
            <numerusform>%n segmentos</numerusform>
        </translation>
    </message>
    <message>
        <source>TIMELINE</source>
        <translation>TIMELINE</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>DESDE</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>HASTA</translation>
    </message>
    <message>
        <source>SEGMENTS</source>
        <translation>SEGMENTOS</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAMAÑO</translation>
    </message>
    <message>
        <source>NEWEST (UTC)</source>
        <translation>ÚLTIMO (UTC)</translation>
    </message>
    <message>
        <source>MISSING</source>
        <translation>FALTAN</translation>
    </message>
    <message>
        <source>%1 archives no WAL.</source>
        <translation>%1 no archiva WAL.</translation>
    </message>
    <message>
        <source>archive_mode is %1, with no command.</source>
        <translation>archive_mode es %1, sin orden.</translation>
    </message>
    <message>
        <source>Archive %1: %2</source>
        <translation>Archivo %1: %2</translation>
    </message>
    <message>
        <source>, %1 of %2 free</source>
        <translation>, %1 de %2 libres</translation>
    </message>
    <message>
        <source>Growth: %1 an hour%2%3</source>
        <translation>Crecimiento: %1 por hora%2%3</translation>
    </message>
    <message>
        <source>, %1 of WAL a transaction</source>
        <translation>, %1 de WAL por transacción</translation>
    </message>
    <message>
        <source>; the disk is full about %1</source>
        <translation>; el disco se llenará hacia %1</translation>
    </message>
    <message>
        <source>.history: %1</source>
        <translation>.history: %1</translation>
    </message>
    <message>
        <source>.backup: %1</source>
        <translation>.backup: %1</translation>
    </message>
    <message>
        <source>.partial: %1</source>
        <translation>.partial: %1</translation>
    </message>
    <message>
        <source>unfinished: %1</source>
        <translation>sin terminar: %1</translation>
    </message>
    <message>
        <source>no WAL: %1</source>
        <translation>no es WAL: %1</translation>
    </message>
    <message>
        <source>Other files: %1</source>
        <translation>Otros archivos: %1</translation>
    </message>
    <message>
        <source>Missing on the way of timeline %1: %2. No recovery goes past it from an older backup.</source>
        <translation>Faltan en el camino del timeline %1: %2. Ninguna recuperación pasa de ahí desde una copia anterior.</translation>
    </message>
    <message>
        <source>Set archiving up anew: howdahctl set-archiving %1</source>
        <translation>Vuelva a configurar el archivado: howdahctl set-archiving %1</translation>
    </message>
    <message>
        <source>pg_wal of %1: %2, %3 free</source>
        <translation>pg_wal de %1: %2, %3 libres</translation>
    </message>
    <message>
        <source>The archiver has taken all that is finished</source>
        <translation>El archivador se ha llevado todo lo terminado</translation>
    </message>
    <message>
        <source>%1 wait for the archiver and keep %2, the oldest %3</source>
        <translation>%1 esperan al archivador y retienen %2, el más antiguo %3</translation>
    </message>
    <message>
        <source>; the last it took was %1 at %2</source>
        <translation>; lo último que se llevó fue %1 a las %2</translation>
    </message>
    <message>
        <source>SLOT</source>
        <translation>SLOT</translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation>TIPO</translation>
    </message>
    <message>
        <source>ACTIVE</source>
        <translation>ACTIVO</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>ESTADO</translation>
    </message>
    <message>
        <source>KEEPS</source>
        <translation>RETIENE</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>%1 receives WAL as it is written: %2, %3 behind.</source>
        <translation>%1 recibe WAL según se escribe: %2, %3 de retraso.</translation>
    </message>
    <message>
        <source>What a cluster&apos;s WAL archive holds, what is missing in it, and who fills it.</source>
        <translation>Qué contiene el archivo de WAL de un clúster, qué falta en él y quién lo llena.</translation>
    </message>
    <message>
        <source>Lists the segments by timeline with the holes between them, looks whether each is what its name says, tells how the archive grows and what keeps WAL on the primary. When archiving fails, it says why.</source>
        <translation>Lista los segmentos por timeline con los huecos entre ellos, mira si cada uno es lo que dice su nombre, dice cómo crece el archivo y qué retiene WAL en el primario. Si el archivado falla, dice por qué.</translation>
    </message>
    <message>
        <source>Unpack every compressed segment to its end, too.</source>
        <translation>Descomprimir además cada segmento comprimido hasta el final.</translation>
    </message>
    <message>
        <source>FAILED %1</source>
        <translation>FALLÓ %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>en frío</translation>
    </message>
    <message>
        <source>full</source>
        <translation>completa</translation>
    </message>
    <message>
        <source>incremental</source>
        <translation>incremental</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 s</translation>
    </message>
    <message>
        <source>ENDED (UTC)</source>
        <translation>TERMINÓ (UTC)</translation>
    </message>
    <message>
        <source>BACKUP</source>
        <translation>COPIA</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>CLASE</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>TARDÓ</translation>
    </message>
    <message>
        <source>VERIFIED</source>
        <translation>VERIFICADA</translation>
    </message>
    <message>
        <source>DRILLED</source>
        <translation>ENSAYADA</translation>
    </message>
    <message>
        <source>REACHES</source>
        <translation>ALCANZA</translation>
    </message>
    <message>
        <source>LABEL</source>
        <translation>ETIQUETA</translation>
    </message>
    <message>
        <source>Recovery window: from %1 to %2 (UTC).</source>
        <translation>Ventana de recuperación: de %1 a %2 (UTC).</translation>
    </message>
    <message>
        <source>%1 on the host of %2 cannot be looked at: %3</source>
        <translation>No se puede mirar %1 en el host de %2: %3</translation>
    </message>
    <message>
        <source>Looked in %1 on the host of %2.</source>
        <translation>Se ha mirado en %1 en el host de %2.</translation>
    </message>
    <message>
        <source>Howdah has no access to the host of any node, where backups lie.</source>
        <translation>Howdah no tiene acceso al host de ningún nodo, donde están las copias.</translation>
    </message>
    <message>
        <source>Name the host: “howdahctl cluster host”.</source>
        <translation>Indique el host: “howdahctl cluster host”.</translation>
    </message>
    <message>
        <source>The base backups of a cluster: where, how old, verified, drilled, how far they reach.</source>
        <translation>Las copias base de un clúster: dónde, de cuándo, verificadas, ensayadas, hasta dónde llegan.</translation>
    </message>
    <message>
        <source>Looks beside each node&apos;s data directory and wherever backups were put before. Those made by hand with pg_basebackup are shown too.</source>
        <translation>Mira junto al directorio de datos de cada nodo y donde se pusieron copias antes. También se muestran las hechas a mano con pg_basebackup.</translation>
    </message>
    <message>
        <source>Look in this directory alone.</source>
        <translation>Mirar solo en este directorio.</translation>
    </message>
    <message>
        <source>There are more hosts than servers: each --host is the machine of one CONNINFO, in their order.</source>
        <translation>Hay más hosts que servidores: cada --host es el host de un CONNINFO, en su orden.</translation>
    </message>
    <message>
        <source>The machine on which the server of CONNINFO runs, as “ssh:NAME”: reached through it when its port is closed to this machine. Its standbys are looked for there and on machines of their own, by the same login. For each CONNINFO one.</source>
        <translation>El host en el que corre el servidor de CONNINFO, como “ssh:NOMBRE”: se llega al servidor por él cuando su puerto está cerrado para esta máquina. Sus standbys se buscan allí y en hosts propios, con la misma cuenta. Uno por cada CONNINFO.</translation>
    </message>
    <message>
        <source>There is no exercise “%1”.</source>
        <translation>No hay ejercicio “%1”.</translation>
    </message>
    <message>
        <source>“howdahctl lab exercise list” lists them.</source>
        <translation>“howdahctl lab exercise list” los lista.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superados</translation>
    </message>
    <message>
        <source>Press Enter when it is done: </source>
        <translation>Pulse Intro cuando esté hecho: </translation>
    </message>
    <message>
        <source>Exercise “%1” is passed.</source>
        <translation>El ejercicio “%1” está superado.</translation>
    </message>
    <message>
        <source>Step %1 of %2 is not passed yet.</source>
        <translation>El paso %1 de %2 aún no está superado.</translation>
    </message>
    <message>
        <source>Nobody is there to do the exercise: standard input is no terminal.</source>
        <translation>No hay nadie que haga el ejercicio: la entrada estándar no es una terminal.</translation>
    </message>
    <message>
        <source>With --auto Howdah does the learner&apos;s part too.</source>
        <translation>Con --auto, Howdah hace también la parte del alumno.</translation>
    </message>
    <message>
        <source>The exercise has no step “%1”.</source>
        <translation>El ejercicio no tiene paso “%1”.</translation>
    </message>
    <message>
        <source>Noted; the check says whether it is right.</source>
        <translation>Anotado; la comprobación dice si es correcto.</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Anotado.</translation>
    </message>
    <message>
        <source>The deliverable lies in %1.</source>
        <translation>El entregable está en %1.</translation>
    </message>
    <message>
        <source>An exercise&apos;s number or name (see the list).</source>
        <translation>Número o nombre de un ejercicio (vea la lista).</translation>
    </message>
    <message>
        <source>Howdah does the learner&apos;s part too: to see it once, or to try it.</source>
        <translation>Howdah hace también la parte del alumno: para verlo una vez o probarlo.</translation>
    </message>
    <message>
        <source>Number or name of a step; the one at hand unless said.</source>
        <translation>Número o nombre de un paso; el actual si no se dice.</translation>
    </message>
    <message>
        <source>The exercises, and how far each has come.</source>
        <translation>Los ejercicios y hasta dónde ha llegado cada uno.</translation>
    </message>
    <message>
        <source>Your own are files in %1.</source>
        <translation>Los suyos son archivos en %1.</translation>
    </message>
    <message>
        <source>What an exercise is about, its steps, and what is observed.</source>
        <translation>De qué trata un ejercicio, sus pasos y qué se observa.</translation>
    </message>
    <message>
        <source>Makes a fresh lab and goes through the steps; an earlier run&apos;s lab is replaced.</source>
        <translation>Crea un laboratorio nuevo y recorre los pasos; el de una vez anterior se sustituye.</translation>
    </message>
    <message>
        <source>Looks at the cluster: is the step done?</source>
        <translation>Mira el clúster: ¿está hecho el paso?</translation>
    </message>
    <message>
        <source>The next hint for a step.</source>
        <translation>La siguiente pista de un paso.</translation>
    </message>
    <message>
        <source>Names the cause that a step asks for.</source>
        <translation>Nombra la causa por la que pregunta un paso.</translation>
    </message>
    <message>
        <source>One of the step&apos;s choices.</source>
        <translation>Una de las opciones del paso.</translation>
    </message>
    <message>
        <source>The learner&apos;s own words, for the deliverable.</source>
        <translation>Las palabras del propio alumno, para el entregable.</translation>
    </message>
    <message>
        <source>What happened, why, what to do next time.</source>
        <translation>Qué pasó, por qué, qué hacer la próxima vez.</translation>
    </message>
    <message>
        <source>The learner&apos;s name.</source>
        <translation>El nombre del alumno.</translation>
    </message>
    <message>
        <source>A folder; made if missing.</source>
        <translation>Una carpeta; se crea si falta.</translation>
    </message>
    <message>
        <source>Sums up what a class handed in: who passed which step, where people are stuck.</source>
        <translation>Resume lo que entregó una clase: quién superó qué paso, dónde se atasca la gente.</translation>
    </message>
    <message>
        <source>A folder with everybody&apos;s deliverables in it.</source>
        <translation>Una carpeta con los entregables de todos.</translation>
    </message>
    <message>
        <source>  ✔ %1: %2</source>
        <translation>  ✔ %1: %2</translation>
    </message>
    <message>
        <source>  ✘ %1: expected %2, saw %3</source>
        <translation>  ✘ %1: se esperaba %2, se vio %3</translation>
    </message>
    <message>
        <source>  observed: %1</source>
        <translation>  se observa: %1</translation>
    </message>
    <message>
        <source>  passed</source>
        <translation>  superado</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Alumno</translation>
    </message>
    <message>
        <source>At</source>
        <translation>En</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>Most of those who have not passed are at “%1”.</source>
        <translation>La mayoría de quienes no han terminado está en “%1”.</translation>
    </message>
    <message>
        <source>There is no result in this folder.</source>
        <translation>No hay ningún resultado en esta carpeta.</translation>
    </message>
    <message>
        <source>Only lists what can be named.</source>
        <translation>Solo lista lo que se puede nombrar.</translation>
    </message>
    <message>
        <source>There is nothing to name.</source>
        <translation>No hay nada que nombrar.</translation>
    </message>
    <message>
        <source>Stopped half-way. What was done and what was not: %1</source>
        <translation>Se quedó a medias. Lo hecho y lo no hecho: %1</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>%1 de %2 objetos</translation>
    </message>
    <message>
        <source>Restore point “%1” at %2, after %3 UTC.</source>
        <translation>Punto de restauración “%1” en %2, después de las %3 UTC.</translation>
    </message>
    <message>
        <source>A deliverable is %1, not “%2”.</source>
        <translation>Un entregable es %1, no “%2”.</translation>
    </message>
    <message>
        <source>%1 is no result of an exercise. %2</source>
        <translation>%1 no es un resultado de un ejercicio. %2</translation>
    </message>
    <message>
        <source>Writes the deliverable: PDF, a web page, Markdown, the pictures, and the result for the instructor.</source>
        <translation>Escribe el entregable: PDF, una página web, Markdown, las imágenes y el resultado para el instructor.</translation>
    </message>
    <message>
        <source>Only this form of it; may be given again.</source>
        <translation>Solo esta forma de él; se puede repetir.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
    <message>
        <source>A PDF file needs a name: --output FILE</source>
        <translation>Un archivo PDF necesita un nombre: --output FILE</translation>
    </message>
    <message>
        <source>A report is markdown, html or pdf, not “%1”.</source>
        <translation>Un informe es markdown, html o pdf, no “%1”.</translation>
    </message>
    <message>
        <source>The whole report as a document, for a change ticket.</source>
        <translation>El informe completo como documento, para una solicitud de cambio.</translation>
    </message>
    <message>
        <source>Write that report into this file instead of standard output.</source>
        <translation>Escribir ese informe en este archivo en lugar de la salida estándar.</translation>
    </message>
    <message>
        <source>PDF is written by the window&apos;s program “howdah”, which is not installed here.</source>
        <translation>El PDF lo escribe el programa de la ventana, “howdah”, que no está instalado aquí.</translation>
    </message>
    <message>
        <source>Install it, or ask for html or markdown.</source>
        <translation>Instálelo, o pida html o markdown.</translation>
    </message>
    <message>
        <source>The PDF file %1 could not be written.</source>
        <translation>No se pudo escribir el archivo PDF %1.</translation>
    </message>
</context>
<context>
    <name>howdah::CommandPalette</name>
    <message>
        <source>Find an action, a node or a page</source>
        <translation>Busque una acción, un nodo o una página</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo encontrado</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nada se llama así.</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>No es posible ahora: %1</translation>
    </message>
    <message>
        <source>Return: do it    Up, Down: choose    Esc: close</source>
        <translation>Intro: hacerlo    Arriba, Abajo: elegir    Esc: cerrar</translation>
    </message>
</context>
<context>
    <name>howdah::CommandPaletteModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, not possible now: %3</source>
        <translation>%1, %2, no es posible ahora: %3</translation>
    </message>
</context>
<context>
    <name>howdah::ConfirmPage</name>
    <message>
        <source>A failure before the point of no return is undone; after it, Howdah says exactly where things stand.</source>
        <translation>Un fallo antes del punto sin retorno se deshace; después de él, Howdah dice exactamente cómo están las cosas.</translation>
    </message>
    <message>
        <source>If a step fails, or you stop it, the steps done before are undone.</source>
        <translation>Si un paso falla, o usted lo detiene, se deshacen los pasos hechos antes.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>What this does</source>
        <translation>Lo que esto hace</translation>
    </message>
    <message>
        <source>You go on in spite of what the checks warn of.</source>
        <translation>Usted sigue adelante a pesar de lo que advierten las comprobaciones.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Escriba %1 para confirmar</translation>
    </message>
    <message>
        <source>Type %1 first, exactly as it is written.</source>
        <translation>Escriba primero %1, exactamente como figura.</translation>
    </message>
</context>
<context>
    <name>howdah::ConnInfo</name>
    <message>
        <source>The connection settings cannot be understood. Write them as &quot;host=… port=… dbname=… user=…&quot; or as postgresql://user@host:port/database.</source>
        <translation>No se entienden los parámetros de conexión. Escríbalos como &quot;host=… port=… dbname=… user=…&quot; o como postgresql://usuario@host:puerto/base.</translation>
    </message>
    <message>
        <source>libpq&apos;s own words are left out, because they might quote the password.</source>
        <translation>Se omiten las palabras propias de libpq, porque podrían citar la contraseña.</translation>
    </message>
</context>
<context>
    <name>howdah::Connection</name>
    <message>
        <source>The statement on %1 was stopped.</source>
        <translation>Se detuvo la sentencia en %1.</translation>
    </message>
    <message>
        <source>%1 did not finish the statement within %2. The server or the network hangs, or something holds a lock that the statement needs.</source>
        <translation>%1 no terminó la sentencia en %2. El servidor o la red no responden, o algo tiene un bloqueo que la sentencia necesita.</translation>
    </message>
    <message>
        <source>COPY from or to the client is not possible here.</source>
        <translation>Aquí no es posible COPY desde o hacia el cliente.</translation>
    </message>
    <message>
        <source>The session is closed. Connect again.</source>
        <translation>La sesión está cerrada. Conéctese de nuevo.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s texts cannot contain a zero character. Remove it.</source>
        <translation>Los textos de PostgreSQL no pueden contener un carácter cero. Quítelo.</translation>
    </message>
    <message>
        <source>There was no time left to send the statement to %1.</source>
        <translation>No quedó tiempo para enviar la sentencia a %1.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a PostgreSQL server. Check host and port.</source>
        <translation>Lo que responde en %1 no es un servidor PostgreSQL. Compruebe el host y el puerto.</translation>
    </message>
    <message>
        <source>No TLS session could be agreed on with %1. Check sslmode, sslrootcert, sslcert and sslkey.</source>
        <translation>No se pudo acordar una sesión TLS con %1. Compruebe sslmode, sslrootcert, sslcert y sslkey.</translation>
    </message>
    <message>
        <source>%1 answers, but it is not the kind of server that target_session_attrs asks for.</source>
        <translation>%1 responde, pero no es el tipo de servidor que pide target_session_attrs.</translation>
    </message>
    <message>
        <source>This client and %1 could not agree on how user &quot;%2&quot; authenticates.</source>
        <translation>Este cliente y %1 no pudieron acordar cómo se autentica el usuario &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 took the connection and closed it at once. The server may be stopping, or it is not PostgreSQL that listens there.</source>
        <translation>%1 aceptó la conexión y la cerró de inmediato. Puede que el servidor se esté deteniendo, o que no sea PostgreSQL lo que escucha allí.</translation>
    </message>
    <message>
        <source>%1 refused the connection. What it said is in the details.</source>
        <translation>%1 rechazó la conexión. Lo que dijo figura en los detalles.</translation>
    </message>
    <message>
        <source>%1 asks for the password of user &quot;%2&quot;. Enter it, or add a line for this server to ~/.pgpass.</source>
        <translation>%1 pide la contraseña del usuario &quot;%2&quot;. Escríbala o añada una línea para este servidor en ~/.pgpass.</translation>
    </message>
    <message>
        <source>These connection settings cannot be used. What libpq says about them is in the details.</source>
        <translation>Estos parámetros de conexión no se pueden usar. Lo que libpq dice de ellos figura en los detalles.</translation>
    </message>
    <message>
        <source>%1 does not accept the password of user &quot;%2&quot;. Check the password, or the line for this server in ~/.pgpass.</source>
        <translation>%1 no acepta la contraseña del usuario &quot;%2&quot;. Compruebe la contraseña, o la línea de este servidor en ~/.pgpass.</translation>
    </message>
    <message>
        <source>%1 does not let user &quot;%2&quot; in. Check that the role exists and may log in, and that a line of the server&apos;s pg_hba.conf allows it from here.</source>
        <translation>%1 no deja entrar al usuario &quot;%2&quot;. Compruebe que el rol existe y puede iniciar sesión, y que una línea de pg_hba.conf del servidor lo permite desde aquí.</translation>
    </message>
    <message>
        <source>There is no database &quot;%3&quot; on %1. Name another one (dbname=…).</source>
        <translation>No existe la base de datos &quot;%3&quot; en %1. Indique otra (dbname=…).</translation>
    </message>
    <message>
        <source>%1 has no connection left. Close sessions there, or raise max_connections.</source>
        <translation>A %1 no le quedan conexiones. Cierre sesiones allí o aumente max_connections.</translation>
    </message>
    <message>
        <source>%1 runs but takes no connections at this moment: it is starting, stopping or recovering. Try again a little later.</source>
        <translation>%1 está en marcha, pero no acepta conexiones en este momento: está arrancando, deteniéndose o en recuperación. Inténtelo de nuevo un poco más tarde.</translation>
    </message>
    <message>
        <source>User &quot;%2&quot; may not connect to database &quot;%3&quot; on %1. Grant it CONNECT, or name another database.</source>
        <translation>El usuario &quot;%2&quot; no puede conectarse a la base de datos &quot;%3&quot; en %1. Concédale CONNECT o indique otra base de datos.</translation>
    </message>
    <message>
        <source>%1 does not speak this version of PostgreSQL&apos;s protocol: it is too old.</source>
        <translation>%1 no habla esta versión del protocolo de PostgreSQL: es demasiado antiguo.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be verified, because there is no root certificate. Name the file in sslrootcert, or choose a weaker sslmode.</source>
        <translation>El certificado de %1 no se puede verificar, porque no hay certificado raíz. Indique el archivo en sslrootcert o elija un sslmode menos estricto.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid by the authorities in sslrootcert: it was signed by another, or it has expired. If neither can be, this may not be the server you mean.</source>
        <translation>El certificado de %1 no es válido según las autoridades de sslrootcert: lo firmó otra, o ha caducado. Si ninguna de las dos cosas es posible, puede que este no sea el servidor que usted busca.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host name. Connect by the name it was made for, or have it made for this one (sslmode=verify-full asks for that).</source>
        <translation>El certificado de %1 es para otro nombre de host. Conéctese con el nombre para el que se emitió, o haga que se emita para este (lo exige sslmode=verify-full).</translation>
    </message>
    <message>
        <source>%1 offers no TLS, but sslmode asks for it. Set ssl = on there, or choose another sslmode.</source>
        <translation>%1 no ofrece TLS, pero sslmode lo exige. Ponga allí ssl = on o elija otro sslmode.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Check that the server runs, and its port and listen_addresses.</source>
        <translation>Nada escucha en %1. Compruebe que el servidor está en marcha, y su puerto y listen_addresses.</translation>
    </message>
    <message>
        <source>There is no server socket %1. Check that the server runs, and its port and unix_socket_directories.</source>
        <translation>No existe el socket de servidor %1. Compruebe que el servidor está en marcha, y su puerto y unix_socket_directories.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and the address.</source>
        <translation>No se puede alcanzar %1. Compruebe la red y la dirección.</translation>
    </message>
    <message>
        <source>The role of this session may not do this on %1: %2.</source>
        <translation>El rol de esta sesión no puede hacer esto en %1: %2.</translation>
    </message>
    <message>
        <source>%1 ended the session: %2.</source>
        <translation>%1 terminó la sesión: %2.</translation>
    </message>
    <message>
        <source>%1 refused the statement: %2.</source>
        <translation>%1 rechazó la sentencia: %2.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2. Check that the machine is up and that no firewall drops the connection.</source>
        <translation>%1 no respondió en %2. Compruebe que la máquina está encendida y que ningún cortafuegos descarta la conexión.</translation>
    </message>
    <message>
        <source>Something at %1 took the connection, but did not speak as a PostgreSQL server within %2. The server hangs or is overloaded, or it is not PostgreSQL that listens there.</source>
        <translation>Algo aceptó la conexión en %1, pero no habló como un servidor PostgreSQL en %2. El servidor no responde o está sobrecargado, o no es PostgreSQL lo que escucha allí.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost: the server crashed or was stopped, or the network broke. Look into the server&apos;s log, then connect again.</source>
        <translation>Se perdió la conexión con %1: el servidor se cayó o fue detenido, o falló la red. Mire el log del servidor y conéctese de nuevo.</translation>
    </message>
    <message>
        <source>The connection settings name different numbers of hosts and ports. Give one port for all, or one for each host.</source>
        <translation>Los parámetros de conexión dan números distintos de hosts y de puertos. Dé un puerto para todos, o uno para cada host.</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; contains a zero character. Remove it.</source>
        <translation>El parámetro &quot;%1&quot; contiene un carácter cero. Quítelo.</translation>
    </message>
    <message>
        <source>There is not enough memory to connect.</source>
        <translation>No hay memoria suficiente para conectarse.</translation>
    </message>
    <message>
        <source>Connecting to %1 was stopped.</source>
        <translation>Se detuvo la conexión a %1.</translation>
    </message>
    <message>
        <source>None of the servers in these connection settings can be used. %1</source>
        <translation>No se puede usar ninguno de los servidores de estos parámetros de conexión. %1</translation>
    </message>
    <message>
        <source>The host name &quot;%1&quot; cannot be resolved. Check its spelling, and this machine&apos;s name service.</source>
        <translation>El nombre de host &quot;%1&quot; no se puede resolver. Compruebe cómo está escrito y el servicio de nombres de esta máquina.</translation>
    </message>
    <message>
        <source>Connecting was stopped.</source>
        <translation>Se detuvo la conexión.</translation>
    </message>
    <message>
        <source>The name service gave no answer about &quot;%1&quot; in time. Check this machine&apos;s name service, or use a numeric address.</source>
        <translation>El servicio de nombres no respondió a tiempo sobre &quot;%1&quot;. Compruebe el servicio de nombres de esta máquina o use una dirección numérica.</translation>
    </message>
    <message>
        <source>No verifier could be made of the password.</source>
        <translation>No se pudo crear ningún verificador de la contraseña.</translation>
    </message>
</context>
<context>
    <name>howdah::Console</name>
    <message>
        <source>%1@%2, process %3</source>
        <translation>%1@%2, proceso %3</translation>
    </message>
</context>
<context>
    <name>howdah::ConsoleLine</name>
    <message>
        <source>Type SQL or a command</source>
        <translation>Escriba SQL o una orden</translation>
    </message>
    <message>
        <source>Type SQL or a command; Return runs it</source>
        <translation>Escriba SQL o una orden; Intro la ejecuta</translation>
    </message>
</context>
<context>
    <name>howdah::ContainerCommands</name>
    <message>
        <source>There is no command to run.</source>
        <translation>No hay ninguna orden que ejecutar.</translation>
    </message>
    <message>
        <source>The container &quot;%1&quot; is paused: nothing can be run in it.</source>
        <translation>El contenedor &quot;%1&quot; está en pausa: no se puede ejecutar nada en él.</translation>
    </message>
    <message>
        <source>Let it go on with &quot;%1 unpause %2&quot;.</source>
        <translation>Haga que continúe con &quot;%1 unpause %2&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be left running in the container &quot;%2&quot;.</source>
        <translation>&quot;%1&quot; no se puede dejar en marcha en el contenedor &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Start it with &quot;%1 start %2&quot;.</source>
        <translation>Inícielo con &quot;%1 start %2&quot;.</translation>
    </message>
    <message>
        <source>It could not be made sure that it has ended: look in the container %1.</source>
        <translation>No se pudo asegurar que haya terminado: mire en el contenedor %1.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; in the container %2 was stopped before its end, as asked.</source>
        <translation>La orden &quot;%1&quot; en el contenedor %2 se detuvo antes de su fin, como se pidió.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; in the container %2 did not end in its time and was stopped.</source>
        <translation>La orden &quot;%1&quot; en el contenedor %2 no terminó a tiempo y se detuvo.</translation>
    </message>
    <message>
        <source>There is no user &quot;%1&quot; in the container %2.</source>
        <translation>No hay ningún usuario &quot;%1&quot; en el contenedor %2.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; cannot be run in the container %2.</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar en el contenedor %2.</translation>
    </message>
    <message>
        <source>Its image needs a POSIX shell and the GNU tools env, setsid, stat and find, as Debian&apos;s has.</source>
        <translation>Su imagen necesita un shell POSIX y las herramientas GNU env, setsid, stat y find, como las tiene la de Debian.</translation>
    </message>
    <message>
        <source>The container %1 was stopped while the command &quot;%2&quot; ran in it, or the command was killed.</source>
        <translation>El contenedor %1 se detuvo mientras la orden &quot;%2&quot; se ejecutaba en él, o se mató la orden.</translation>
    </message>
    <message>
        <source>Look what came of it before it is run again.</source>
        <translation>Mire en qué acabó antes de ejecutarla de nuevo.</translation>
    </message>
</context>
<context>
    <name>howdah::ContainerCompanion</name>
    <message>
        <source>Nothing can be run beside the container &quot;%1&quot;.</source>
        <translation>No se puede ejecutar nada junto al contenedor &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>See what its engine says, or do by hand what is to be done in its files.</source>
        <translation>Vea qué dice su motor, o haga a mano lo que haya que hacer en sus archivos.</translation>
    </message>
</context>
<context>
    <name>howdah::ContainerEngine</name>
    <message>
        <source>%1 refuses to answer this user.</source>
        <translation>%1 se niega a responder a este usuario.</translation>
    </message>
    <message>
        <source>Start Howdah as a user who may use %1.</source>
        <translation>Inicie Howdah como un usuario que pueda usar %1.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 no responde.</translation>
    </message>
    <message>
        <source>See that its service runs: &quot;%1 ps&quot; must work for the user who runs Howdah.</source>
        <translation>Asegúrese de que su servicio está en marcha: &quot;%1 ps&quot; debe funcionar para el usuario que ejecuta Howdah.</translation>
    </message>
    <message>
        <source>There is no container named &quot;%1&quot;.</source>
        <translation>No hay ningún contenedor llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;podman ps --all&quot; and &quot;docker ps --all&quot; list those of the user who runs Howdah.</source>
        <translation>&quot;podman ps --all&quot; y &quot;docker ps --all&quot; muestran los del usuario que ejecuta Howdah.</translation>
    </message>
    <message>
        <source>There is neither podman nor docker on this machine.</source>
        <translation>En esta máquina no hay ni podman ni docker.</translation>
    </message>
    <message>
        <source>Install the one that runs the container &quot;%1&quot;.</source>
        <translation>Instale el que ejecuta el contenedor &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>podman and docker both have a container named &quot;%1&quot;.</source>
        <translation>Tanto podman como docker tienen un contenedor llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Write which one is meant: &quot;container:podman:%1&quot; or &quot;container:docker:%1&quot;.</source>
        <translation>Escriba a cuál se refiere: &quot;container:podman:%1&quot; o &quot;container:docker:%1&quot;.</translation>
    </message>
    <message>
        <source>%1 does not know &quot;%2&quot;.</source>
        <translation>%1 no conoce &quot;%2&quot;.</translation>
    </message>
</context>
<context>
    <name>howdah::ContainerFiles</name>
    <message>
        <source>%1 is on no volume of the container &quot;%2&quot;: only single files are read and written there.</source>
        <translation>%1 no está en ningún volumen del contenedor &quot;%2&quot;: allí solo se leen y escriben archivos sueltos.</translation>
    </message>
    <message>
        <source>Keep what is there on a volume, or do it by hand.</source>
        <translation>Guarde lo que hay allí en un volumen, o hágalo a mano.</translation>
    </message>
    <message>
        <source>%1 in the container &quot;%2&quot; cannot be reached.</source>
        <translation>No se puede acceder a %1 en el contenedor &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Nothing can be told about %1: %2&apos;s answer was not understood.</source>
        <translation>No se puede decir nada de %1: no se entendió la respuesta de %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: it is no plain file.</source>
        <translation>El archivo %1 no se puede leer: no es un archivo normal.</translation>
    </message>
    <message>
        <source>There is no user &quot;%1&quot; in the container %2.</source>
        <translation>No hay ningún usuario &quot;%1&quot; en el contenedor %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: its name is too long.</source>
        <translation>El archivo %1 no se puede escribir: su nombre es demasiado largo.</translation>
    </message>
    <message>
        <source>The file %1 in the container &quot;%2&quot; cannot be written.</source>
        <translation>El archivo %1 del contenedor &quot;%2&quot; no se puede escribir.</translation>
    </message>
</context>
<context>
    <name>howdah::ContainerHost</name>
    <message>
        <source>the container %1</source>
        <translation>el contenedor %1</translation>
    </message>
    <message>
        <source>The container &quot;%1&quot; has a server, and no other goes into it.</source>
        <translation>El contenedor &quot;%1&quot; tiene un servidor, y no cabe otro en él.</translation>
    </message>
    <message>
        <source>The port %1 of the container &quot;%2&quot; is not published on this machine.</source>
        <translation>El puerto %1 del contenedor &quot;%2&quot; no está publicado en esta máquina.</translation>
    </message>
    <message>
        <source>Publish it when the container is made: --publish 127.0.0.1:PORT:%1.</source>
        <translation>Publíquelo al crear el contenedor: --publish 127.0.0.1:PORT:%1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no container.</source>
        <translation>&quot;%1&quot; no nombra ningún contenedor.</translation>
    </message>
    <message>
        <source>Write &quot;container:&quot; and the container&apos;s name, for example container:pg1.</source>
        <translation>Escriba &quot;container:&quot; y el nombre del contenedor, por ejemplo container:pg1.</translation>
    </message>
</context>
<context>
    <name>howdah::ContainerKit</name>
    <message>
        <source>%1 has no image &quot;%2&quot; that runs PostgreSQL as the official one does.</source>
        <translation>%1 no tiene ninguna imagen &quot;%2&quot; que ejecute PostgreSQL como lo hace la oficial.</translation>
    </message>
    <message>
        <source>Mend %1, or unset it.</source>
        <translation>Corrija %1, o quítela.</translation>
    </message>
    <message>
        <source>%1 has no image of PostgreSQL.</source>
        <translation>%1 no tiene ninguna imagen de PostgreSQL.</translation>
    </message>
    <message>
        <source>Get the official one: %1 pull docker.io/library/postgres; or name another that is made like it in %2.</source>
        <translation>Obtenga la oficial: %1 pull docker.io/library/postgres; o indique en %2 otra hecha como ella.</translation>
    </message>
    <message>
        <source>%1 is here but does not answer the user who runs Howdah.</source>
        <translation>%1 está aquí, pero no responde al usuario que ejecuta Howdah.</translation>
    </message>
    <message>
        <source>&quot;%1 ps&quot; must work.</source>
        <translation>&quot;%1 ps&quot; debe funcionar.</translation>
    </message>
    <message>
        <source>%1 has no program here that reads compose files.</source>
        <translation>%1 no tiene aquí ningún programa que lea archivos compose.</translation>
    </message>
    <message>
        <source>Install the package podman-compose.</source>
        <translation>Instale el paquete podman-compose.</translation>
    </message>
    <message>
        <source>Install docker&apos;s compose plugin.</source>
        <translation>Instale el plugin compose de docker.</translation>
    </message>
    <message>
        <source>This exercise runs its servers in containers, and there is neither podman nor docker on this machine.</source>
        <translation>Este ejercicio ejecuta sus servidores en contenedores, y en esta máquina no hay ni podman ni docker.</translation>
    </message>
    <message>
        <source>Install podman and podman-compose, and get an image: podman pull docker.io/library/postgres.</source>
        <translation>Instale podman y podman-compose, y obtenga una imagen: podman pull docker.io/library/postgres.</translation>
    </message>
</context>
<context>
    <name>howdah::ContainerPattern</name>
    <message>
        <source>The image that the container &quot;%1&quot; was made from is not on this machine any more.</source>
        <translation>La imagen de la que se creó el contenedor &quot;%1&quot; ya no está en esta máquina.</translation>
    </message>
    <message>
        <source>Bring it back with &quot;%1 pull&quot;, or load it.</source>
        <translation>Recupérela con &quot;%1 pull&quot;, o cárguela.</translation>
    </message>
    <message>
        <source>%1 does not say where it keeps its volumes.</source>
        <translation>%1 no dice dónde guarda sus volúmenes.</translation>
    </message>
</context>
<context>
    <name>howdah::CreateLabDialog</name>
    <message>
        <source>Create a lab cluster</source>
        <translation>Crear un clúster de laboratorio</translation>
    </message>
    <message>
        <source>A real PostgreSQL cluster on this machine, on free ports, for trying things out. Removing it removes only what was made here.</source>
        <translation>Un clúster de PostgreSQL real en esta máquina, en puertos libres, para hacer pruebas. Al eliminarlo se elimina solo lo que se creó aquí.</translation>
    </message>
    <message>
        <source>The lab is being made</source>
        <translation>Se está creando el laboratorio</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Standbys</source>
        <translation>Standbys</translation>
    </message>
    <message>
        <source> commits a second</source>
        <translation> commits por segundo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Writing load</source>
        <translation>Carga de escritura</translation>
    </message>
    <message>
        <source>Archive its WAL, so that it can go back in time</source>
        <translation>Archivar su WAL, para poder volver atrás</translation>
    </message>
    <message>
        <source>Create lab</source>
        <translation>Crear laboratorio</translation>
    </message>
    <message>
        <source>There is a cluster called “%1” already; choose another name.</source>
        <translation>Ya hay un clúster llamado “%1”; elija otro nombre.</translation>
    </message>
    <message>
        <source>It is being made.</source>
        <translation>Se está creando.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stops and removes what was made so far.</source>
        <translation>Detiene y elimina lo creado hasta ahora.</translation>
    </message>
    <message>
        <source>Stopped. What was made was removed.</source>
        <translation>Detenido. Lo creado se eliminó.</translation>
    </message>
</context>
<context>
    <name>howdah::CreateSlot</name>
    <message>
        <source>A slot&apos;s name has 1 to 63 lower-case letters, digits and underscores.</source>
        <translation>El nombre de un slot tiene de 1 a 63 letras minúsculas, dígitos y guiones bajos.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there already: %2.</source>
        <translation>&quot;%1&quot; ya existe: %2.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>No slot on %1 is called &quot;%2&quot;.</source>
        <translation>Ningún slot de %1 se llama &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 of %2 slots are taken on %3 (max_replication_slots).</source>
        <translation>%1 de %2 slots están ocupados en %3 (max_replication_slots).</translation>
    </message>
    <message>
        <source>Drop one that nobody needs, or raise the limit and restart it.</source>
        <translation>Elimine uno que nadie necesite, o aumente el límite y reinícielo.</translation>
    </message>
    <message>
        <source>wal_level is &quot;%1&quot; on %2.</source>
        <translation>wal_level es &quot;%1&quot; en %2.</translation>
    </message>
    <message>
        <source>Set wal_level to &quot;replica&quot; and restart it.</source>
        <translation>Ponga wal_level en &quot;replica&quot; y reinícielo.</translation>
    </message>
    <message>
        <source>Set wal_level to &quot;logical&quot; and restart it.</source>
        <translation>Ponga wal_level en &quot;logical&quot; y reinícielo.</translation>
    </message>
    <message>
        <source>%1 is a standby of PostgreSQL %2.</source>
        <translation>%1 es un standby de PostgreSQL %2.</translation>
    </message>
    <message>
        <source>Create it on the primary: standbys have logical slots from PostgreSQL 16 on.</source>
        <translation>Créelo en el primario: los standbys tienen slots lógicos a partir de PostgreSQL 16.</translation>
    </message>
    <message>
        <source>max_slot_wal_keep_size is %1 on %2: a slot that falls further behind is given up.</source>
        <translation>max_slot_wal_keep_size es %1 en %2: se renuncia a un slot que se retrase más.</translation>
    </message>
    <message>
        <source>max_slot_wal_keep_size sets no limit on %1.</source>
        <translation>max_slot_wal_keep_size no pone ningún límite en %1.</translation>
    </message>
    <message>
        <source>A slot that nobody uses keeps WAL until the disk is full: set a limit, or see that it is used.</source>
        <translation>Un slot que nadie usa conserva WAL hasta que el disco se llena: ponga un límite, o asegúrese de que se usa.</translation>
    </message>
    <message>
        <source>The oldest writing transaction is %1 old.</source>
        <translation>La transacción de escritura más antigua tiene %1.</translation>
    </message>
    <message>
        <source>A logical slot is ready only when all transactions that run now have ended.</source>
        <translation>Un slot lógico solo está listo cuando han terminado todas las transacciones que están ahora en curso.</translation>
    </message>
    <message>
        <source>Create the slot &quot;%1&quot;</source>
        <translation>Crear el slot &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Create the slot &quot;%1&quot; on %2</source>
        <translation>Crear el slot &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>the slot &quot;%1&quot; is on %2</source>
        <translation>el slot &quot;%1&quot; está en %2</translation>
    </message>
    <message>
        <source>The node that is to keep WAL for somebody.</source>
        <translation>El nodo que debe conservar WAL para alguien.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and underscores.</source>
        <translation>Letras minúsculas, dígitos y guiones bajos.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Physical for a standby or pg_receivewal, logical for a subscriber.</source>
        <translation>Físico para un standby o pg_receivewal, lógico para un suscriptor.</translation>
    </message>
    <message>
        <source>Physical</source>
        <translation>Físico</translation>
    </message>
    <message>
        <source>Logical</source>
        <translation>Lógico</translation>
    </message>
    <message>
        <source>Keep WAL from now on</source>
        <translation>Conservar WAL desde ahora</translation>
    </message>
    <message>
        <source>Of a physical slot: otherwise it begins with its first user.</source>
        <translation>De un slot físico: si no, empieza con su primer usuario.</translation>
    </message>
    <message>
        <source>Output plugin</source>
        <translation>Plugin de salida</translation>
    </message>
    <message>
        <source>Of a logical slot.</source>
        <translation>De un slot lógico.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Of a logical slot: its changes are sent.</source>
        <translation>De un slot lógico: se envían los cambios de ella.</translation>
    </message>
    <message>
        <source>%1 keeps all WAL that the user of &quot;%2&quot; has not received, however much it becomes.</source>
        <translation>%1 conserva todo el WAL que el usuario de &quot;%2&quot; no ha recibido, por mucho que llegue a ser.</translation>
    </message>
    <message>
        <source>%1 keeps up to %3 of WAL that the user of &quot;%2&quot; has not received.</source>
        <translation>%1 conserva hasta %3 del WAL que el usuario de &quot;%2&quot; no ha recibido.</translation>
    </message>
    <message>
        <source>Create a replication slot</source>
        <translation>Crear un slot de replicación</translation>
    </message>
    <message>
        <source>Makes a node keep its WAL for a standby or a subscriber until that has received it.</source>
        <translation>Hace que un nodo conserve su WAL para un standby o un suscriptor hasta que este lo haya recibido.</translation>
    </message>
    <message>
        <source>The name is free</source>
        <translation>El nombre está libre</translation>
    </message>
    <message>
        <source>A slot&apos;s name is its own in the whole server.</source>
        <translation>El nombre de un slot es único en todo el servidor.</translation>
    </message>
    <message>
        <source>A slot is free</source>
        <translation>Hay un slot libre</translation>
    </message>
    <message>
        <source>Their number is limited at the start of the server.</source>
        <translation>Su número queda limitado al arrancar el servidor.</translation>
    </message>
    <message>
        <source>The server writes what is needed</source>
        <translation>El servidor escribe lo necesario</translation>
    </message>
    <message>
        <source>What stands in the WAL is decided by wal_level.</source>
        <translation>Lo que figura en el WAL lo decide wal_level.</translation>
    </message>
    <message>
        <source>No long transaction is waited for</source>
        <translation>No se espera a ninguna transacción larga</translation>
    </message>
    <message>
        <source>A logical slot begins where no transaction is under way.</source>
        <translation>Un slot lógico empieza donde no hay ninguna transacción en curso.</translation>
    </message>
    <message>
        <source>The disk is safe from it</source>
        <translation>El disco está a salvo de él</translation>
    </message>
    <message>
        <source>A slot keeps WAL for a user that may never come back.</source>
        <translation>Un slot conserva WAL para un usuario que quizá no vuelva nunca.</translation>
    </message>
    <message>
        <source>Name it in the subscription: WITH (slot_name = &apos;%1&apos;, create_slot = false).</source>
        <translation>Indíquelo en la suscripción: WITH (slot_name = &apos;%1&apos;, create_slot = false).</translation>
    </message>
    <message>
        <source>Name it in the standby&apos;s primary_slot_name, or with pg_receivewal --slot=%1.</source>
        <translation>Indíquelo en el primary_slot_name del standby, o con pg_receivewal --slot=%1.</translation>
    </message>
    <message>
        <source>Drop the slot &quot;%1&quot;</source>
        <translation>Eliminar el slot &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Recoger</translation>
    </message>
</context>
<context>
    <name>howdah::Decision</name>
    <message>
        <source>There is no node &quot;%1&quot; in this cluster. Its nodes are: %2.</source>
        <translation>No hay ningún nodo &quot;%1&quot; en este clúster. Sus nodos son: %2.</translation>
    </message>
    <message>
        <source>%1 is the primary; a standby is needed here.</source>
        <translation>%1 es el primario; aquí se necesita un standby.</translation>
    </message>
    <message>
        <source>%1 is a standby; the primary is needed here.</source>
        <translation>%1 es un standby; aquí se necesita el primario.</translation>
    </message>
    <message>
        <source>A path with line breaks or other control characters is not accepted.</source>
        <translation>No se acepta una ruta con saltos de línea u otros caracteres de control.</translation>
    </message>
    <message>
        <source>Give the whole path, beginning with &quot;/&quot;.</source>
        <translation>Dé la ruta completa, que empieza por &quot;/&quot;.</translation>
    </message>
    <message>
        <source>Write the path without &quot;..&quot;, &quot;//&quot; or a slash at its end: %1</source>
        <translation>Escriba la ruta sin &quot;..&quot;, &quot;//&quot; ni una barra al final: %1</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Un puerto es un número de 1 a 65535.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Elija uno de estos: %1.</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>Se necesita un número entero.</translation>
    </message>
    <message>
        <source>A duration is a number with a unit: ms, s, min, h or d. Example: 15min</source>
        <translation>Una duración es un número con una unidad: ms, s, min, h o d. Ejemplo: 15min</translation>
    </message>
    <message>
        <source>A rate is a number of kilobytes or megabytes a second. Examples: 800k, 50M</source>
        <translation>Una velocidad es un número de kilobytes o megabytes por segundo. Ejemplos: 800k, 50M</translation>
    </message>
    <message>
        <source>Say &quot;true&quot; or &quot;false&quot;.</source>
        <translation>Indique &quot;true&quot; o &quot;false&quot;.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Este dato es necesario.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not ready, because of &quot;%1&quot;: %2</source>
        <translation>No está listo, a causa de &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>Ready, with a warning.</source>
        <translation>Listo, con una advertencia.</translation>
    </message>
    <message>
        <source>Ready, with %1 warnings.</source>
        <translation>Listo, con %1 advertencias.</translation>
    </message>
    <message>
        <source>This operation has no such parameter.</source>
        <translation>Esta operación no tiene ese parámetro.</translation>
    </message>
    <message>
        <source>Not ready. %1</source>
        <translation>No está listo. %1</translation>
    </message>
    <message>
        <source>Ready. %1</source>
        <translation>Listo. %1</translation>
    </message>
    <message>
        <source>Every check is passed.</source>
        <translation>Todas las comprobaciones se han superado.</translation>
    </message>
    <message>
        <source>%1 is a server of another cluster: its system identifier is %2, this cluster&apos;s is %3. Correct its address in the cluster&apos;s settings.</source>
        <translation>%1 es un servidor de otro clúster: su identificador de sistema es %2, el de este clúster es %3. Corrija su dirección en la configuración del clúster.</translation>
    </message>
</context>
<context>
    <name>howdah::Decommission</name>
    <message>
        <source>Stop %1</source>
        <translation>Detener %1</translation>
    </message>
    <message>
        <source>Drop the slots of %1</source>
        <translation>Eliminar los slots de %1</translation>
    </message>
    <message>
        <source>the slot &quot;%1&quot; is gone from %2</source>
        <translation>el slot &quot;%1&quot; ya no está en %2</translation>
    </message>
    <message>
        <source>there is no copy %1</source>
        <translation>no hay ninguna copia %1</translation>
    </message>
    <message>
        <source>Remove the lines for %1 from pg_hba.conf</source>
        <translation>Eliminar de pg_hba.conf las líneas para %1</translation>
    </message>
    <message>
        <source>there is a copy %1</source>
        <translation>hay una copia %1</translation>
    </message>
    <message>
        <source>Keep a copy of %1 as %2</source>
        <translation>Guardar una copia de %1 como %2</translation>
    </message>
    <message>
        <source>Remove Howdah&apos;s own lines for %1 from %2</source>
        <translation>Eliminar de %2 las líneas propias de Howdah para %1</translation>
    </message>
    <message>
        <source>Put the copy of %1 back, unless somebody else has changed the file</source>
        <translation>Volver a poner la copia de %1, salvo que otro haya cambiado el archivo</translation>
    </message>
    <message>
        <source>Remove the copy %1</source>
        <translation>Eliminar la copia %1</translation>
    </message>
    <message>
        <source>pg_hba.conf of %1 holds no error</source>
        <translation>el pg_hba.conf de %1 no contiene ningún error</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>Mover %1 a %2</translation>
    </message>
    <message>
        <source>Move the files of %1 aside</source>
        <translation>Apartar los archivos de %1</translation>
    </message>
    <message>
        <source>the files lie in %1</source>
        <translation>los archivos están en %1</translation>
    </message>
    <message>
        <source>nothing is left in %1</source>
        <translation>no queda nada en %1</translation>
    </message>
    <message>
        <source>Put %1 on record in the cluster %2 again</source>
        <translation>Registrar de nuevo %1 en el clúster %2</translation>
    </message>
    <message>
        <source>Take %1 off the record of the cluster %2</source>
        <translation>Quitar %1 del registro del clúster %2</translation>
    </message>
    <message>
        <source>No longer watch %1</source>
        <translation>Dejar de vigilar %1</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>The standby that leaves the cluster.</source>
        <translation>El standby que deja el clúster.</translation>
    </message>
    <message>
        <source>Its server and files</source>
        <translation>Su servidor y sus archivos</translation>
    </message>
    <message>
        <source>Nothing is ever deleted.</source>
        <translation>Nunca se borra nada.</translation>
    </message>
    <message>
        <source>Stop it and move its directory aside</source>
        <translation>Detenerlo y apartar su directorio</translation>
    </message>
    <message>
        <source>Stop it and leave its files where they are</source>
        <translation>Detenerlo y dejar sus archivos donde están</translation>
    </message>
    <message>
        <source>Leave them alone: its machine is gone</source>
        <translation>Dejarlos como están: su máquina ya no existe</translation>
    </message>
    <message>
        <source>%1 no longer belongs to the cluster, and is no longer watched.</source>
        <translation>%1 ya no pertenece al clúster, y ya no se vigila.</translation>
    </message>
    <message>
        <source>Its server is stopped; its files stay on their disk as %1.</source>
        <translation>Su servidor está detenido; sus archivos siguen en su disco como %1.</translation>
    </message>
    <message>
        <source>Its server is stopped; its files stay in %1, and whoever starts it there makes it connect again.</source>
        <translation>Su servidor está detenido; sus archivos siguen en %1, y quien lo arranque allí hará que se conecte de nuevo.</translation>
    </message>
    <message>
        <source>Its tablespaces stay where they are: %1.</source>
        <translation>Sus tablespaces se quedan donde están: %1.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is dropped from %2.</source>
        <translation>El slot &quot;%1&quot; se elimina de %2.</translation>
    </message>
    <message>
        <source>Commits wait for %1 from then on.</source>
        <translation>Desde entonces los commits esperan a %1.</translation>
    </message>
    <message>
        <source>Decommission a standby</source>
        <translation>Retirar un standby</translation>
    </message>
    <message>
        <source>Lets a standby leave the cluster for good: nobody waits for it, keeps WAL for it or lets it in any more. Its files are kept.</source>
        <translation>Hace que un standby deje el clúster definitivamente: nadie lo espera, conserva WAL para él ni lo deja entrar ya. Sus archivos se conservan.</translation>
    </message>
    <message>
        <source>There is no standby.</source>
        <translation>No hay ningún standby.</translation>
    </message>
    <message>
        <source>When it is surely not needed any more, remove %1.</source>
        <translation>Cuando sea seguro que ya no se necesita, elimine %1.</translation>
    </message>
    <message>
        <source>If a service of its machine starts the server at boot, disable that service.</source>
        <translation>Si un servicio de su máquina arranca el servidor al iniciarse, desactive ese servicio.</translation>
    </message>
    <message>
        <source>%1 answers as a standby.</source>
        <translation>%1 responde como standby.</translation>
    </message>
    <message>
        <source>%1 answers as a primary.</source>
        <translation>%1 responde como primario.</translation>
    </message>
    <message>
        <source>Choose a standby.</source>
        <translation>Elija un standby.</translation>
    </message>
    <message>
        <source>%1 does not answer, and was the primary when it last did.</source>
        <translation>%1 no responde, y era el primario cuando respondió por última vez.</translation>
    </message>
    <message>
        <source>See to it that there is another primary first.</source>
        <translation>Asegúrese antes de que haya otro primario.</translation>
    </message>
    <message>
        <source>%1 does not answer, and is not the primary.</source>
        <translation>%1 no responde, y no es el primario.</translation>
    </message>
    <message>
        <source>Nothing streams from %1.</source>
        <translation>Nadie replica desde %1.</translation>
    </message>
    <message>
        <source>These receive WAL from %1: %2.</source>
        <translation>Reciben WAL de %1: %2.</translation>
    </message>
    <message>
        <source>Point them at another server first, or they receive nothing more.</source>
        <translation>Diríjalos antes a otro servidor, o no recibirán nada más.</translation>
    </message>
    <message>
        <source>These stream from %1: %2.</source>
        <translation>Estos replican desde %1: %2.</translation>
    </message>
    <message>
        <source>Let them follow another upstream first.</source>
        <translation>Haga antes que sigan a otro upstream.</translation>
    </message>
    <message>
        <source>%1 answers, and would go on streaming.</source>
        <translation>%1 responde y seguiría replicando.</translation>
    </message>
    <message>
        <source>Let its server be stopped, or stop it yourself first.</source>
        <translation>Deje que se detenga su servidor, o deténgalo antes usted.</translation>
    </message>
    <message>
        <source>%1 does not answer; its server and files are left alone.</source>
        <translation>%1 no responde; su servidor y sus archivos se dejan como están.</translation>
    </message>
    <message>
        <source>This was not looked at.</source>
        <translation>Esto no se examinó.</translation>
    </message>
    <message>
        <source>If its machine is gone for good, say that its server and files are to be left alone.</source>
        <translation>Si su máquina se ha perdido definitivamente, indique que su servidor y sus archivos se deben dejar como están.</translation>
    </message>
    <message>
        <source>%1 lies in %2, owned by %3.</source>
        <translation>%1 está en %2, propiedad de %3.</translation>
    </message>
    <message>
        <source>Its files stay where they are.</source>
        <translation>Sus archivos se quedan donde están.</translation>
    </message>
    <message>
        <source>Let its files stay where they are, and see to them by hand.</source>
        <translation>Deje sus archivos donde están y ocúpese de ellos a mano.</translation>
    </message>
    <message>
        <source>%1 lies in a container, which stops with the server.</source>
        <translation>%1 está en un contenedor, que se detiene con el servidor.</translation>
    </message>
    <message>
        <source>A file system is mounted on %1.</source>
        <translation>Hay un sistema de archivos montado en %1.</translation>
    </message>
    <message>
        <source>%1 may not give %2 another name: %3 is closed to it.</source>
        <translation>%1 no puede dar otro nombre a %2: no tiene acceso a %3.</translation>
    </message>
    <message>
        <source>%1 can be moved aside.</source>
        <translation>%1 se puede apartar.</translation>
    </message>
    <message>
        <source>Commits on %1 wait for: %2.</source>
        <translation>Los commits en %1 esperan a: %2.</translation>
    </message>
    <message>
        <source>Afterwards for: %1.</source>
        <translation>Después, a: %1.</translation>
    </message>
    <message>
        <source>Fewer standbys confirm each commit then; add another one first if that is too few.</source>
        <translation>Entonces menos standbys confirman cada commit; añada antes otro si son demasiado pocos.</translation>
    </message>
    <message>
        <source>No other standby answers.</source>
        <translation>No responde ningún otro standby.</translation>
    </message>
    <message>
        <source>Nobody could take over from the primary then; clone another one first.</source>
        <translation>Entonces nadie podría tomar el relevo del primario; clone antes otro.</translation>
    </message>
    <message>
        <source>These standbys stay: %1.</source>
        <translation>Estos standbys se quedan: %1.</translation>
    </message>
    <message>
        <source>Sessions on %1: %2.</source>
        <translation>Sesiones en %1: %2.</translation>
    </message>
    <message>
        <source>They are ended; point their applications elsewhere first.</source>
        <translation>Se terminan; dirija antes sus aplicaciones a otro lugar.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; on %2</source>
        <translation>&quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>No node keeps a slot for it.</source>
        <translation>Ningún nodo conserva un slot para él.</translation>
    </message>
    <message>
        <source>These are dropped: %1.</source>
        <translation>Estos se eliminan: %1.</translation>
    </message>
    <message>
        <source>If pg_hba.conf there has a line for it, remove that by hand.</source>
        <translation>Si el pg_hba.conf de allí tiene una línea para él, elimínela a mano.</translation>
    </message>
    <message>
        <source>Howdah cannot see pg_hba.conf of %1.</source>
        <translation>Howdah no puede ver el pg_hba.conf de %1.</translation>
    </message>
    <message>
        <source>The address of %1 is not known.</source>
        <translation>No se conoce la dirección de %1.</translation>
    </message>
    <message>
        <source>Other nodes have the address %1 too, so its lines in pg_hba.conf stay.</source>
        <translation>Otros nodos tienen también la dirección %1, así que sus líneas en pg_hba.conf se quedan.</translation>
    </message>
    <message>
        <source>Howdah&apos;s own lines for %1 in pg_hba.conf of %2: %3.</source>
        <translation>Líneas propias de Howdah para %1 en el pg_hba.conf de %2: %3.</translation>
    </message>
    <message>
        <source>It is not the primary</source>
        <translation>No es el primario</translation>
    </message>
    <message>
        <source>A primary leaves only after another has taken its role.</source>
        <translation>Un primario sale solo después de que otro haya tomado su rol.</translation>
    </message>
    <message>
        <source>Nothing streams from it</source>
        <translation>Nada replica desde él</translation>
    </message>
    <message>
        <source>Whatever does would receive nothing more.</source>
        <translation>Lo que lo haga no recibiría nada más.</translation>
    </message>
    <message>
        <source>Howdah can act on its host</source>
        <translation>Howdah puede actuar en su host</translation>
    </message>
    <message>
        <source>Its server is stopped where it runs, so that it does not come back by itself.</source>
        <translation>Su servidor se detiene donde se ejecuta, para que no vuelva por sí mismo.</translation>
    </message>
    <message>
        <source>Commits will not hang</source>
        <translation>Los commits no quedarán bloqueados</translation>
    </message>
    <message>
        <source>A primary waits for its synchronous standbys for ever.</source>
        <translation>Un primario espera indefinidamente a sus standbys síncronos.</translation>
    </message>
    <message>
        <source>Another standby stays</source>
        <translation>Queda otro standby</translation>
    </message>
    <message>
        <source>A cluster without a standby has nobody to fail over to.</source>
        <translation>Un clúster sin standby no tiene a quién recurrir en un failover.</translation>
    </message>
    <message>
        <source>Who is connected</source>
        <translation>Quién está conectado</translation>
    </message>
    <message>
        <source>A stop ends every session.</source>
        <translation>Una detención termina todas las sesiones.</translation>
    </message>
    <message>
        <source>Slots that were its own</source>
        <translation>Slots que eran suyos</translation>
    </message>
    <message>
        <source>Left in place they keep WAL until the disk is full.</source>
        <translation>Si se dejan, conservan WAL hasta que el disco se llena.</translation>
    </message>
    <message>
        <source>Its lines in pg_hba.conf</source>
        <translation>Sus líneas en pg_hba.conf</translation>
    </message>
    <message>
        <source>A server that has left needs no way in.</source>
        <translation>Un servidor que ha salido no necesita acceso.</translation>
    </message>
    <message>
        <source>Its directory can be moved aside</source>
        <translation>Su directorio se puede apartar</translation>
    </message>
    <message>
        <source>Nothing is deleted; under another name it is started by nobody.</source>
        <translation>No se borra nada; con otro nombre nadie lo arranca.</translation>
    </message>
</context>
<context>
    <name>howdah::Discovery</name>
    <message>
        <source>%1 cannot be added:</source>
        <translation>%1 no se puede añadir:</translation>
    </message>
    <message>
        <source>Name at least one server of the cluster, by its connection.</source>
        <translation>Indique al menos un servidor del clúster, por su conexión.</translation>
    </message>
    <message>
        <source>It belongs to another cluster (its system identifier is %1, not %2).</source>
        <translation>Pertenece a otro clúster (su identificador de sistema es %1, no %2).</translation>
    </message>
    <message>
        <source>%1 is set to stream from %2, which cannot be added:</source>
        <translation>%1 está configurado para replicar desde %2, que no se puede añadir:</translation>
    </message>
    <message>
        <source>“%1” on the machine of %2 streams from it, but on which port it listens could not be found out; add it by its own connection.</source>
        <translation>“%1”, en la máquina de %2, replica desde él, pero no se pudo averiguar en qué puerto escucha; añádalo con su propia conexión.</translation>
    </message>
    <message>
        <source>“%1” at %2 streams from %3 but did not answer on port %4; add it by its own connection.</source>
        <translation>“%1”, en %2, replica desde %3 pero no respondió en el puerto %4; añádalo con su propia conexión.</translation>
    </message>
    <message>
        <source>%1: no server of this machine, so only SQL reaches it and no operation touches its files. To operate it, name its host as ssh knows it (such as ssh:%2).</source>
        <translation>%1: ningún servidor de esta máquina, así que solo SQL llega a él y ninguna operación toca sus archivos. Para operarlo, indique su host tal como lo conoce ssh (por ejemplo, ssh:%2).</translation>
    </message>
</context>
<context>
    <name>howdah::Drill</name>
    <message>
        <source>The copy is examined through a socket in this directory, whose path may not be longer than 90 bytes.</source>
        <translation>La copia se examina a través de un socket en este directorio, cuya ruta no puede superar los 90 bytes.</translation>
    </message>
    <message>
        <source>pg_ctl hands this path to a shell, so it may not hold any of these: &quot; $ ` \</source>
        <translation>pg_ctl pasa esta ruta a un shell, así que no puede contener ninguno de estos caracteres: &quot; $ ` \</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo de WAL</translation>
    </message>
    <message>
        <source>Goes on from the backup through all the WAL archived here. Empty: the backup&apos;s own end is far enough.</source>
        <translation>Continúa desde la copia de seguridad por todo el WAL archivado aquí. Vacío: basta con llegar al propio final de la copia de seguridad.</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <source>How closely the restored copy is looked at.</source>
        <translation>Con cuánto detalle se examina la copia restaurada.</translation>
    </message>
    <message>
        <source>Every row and every index</source>
        <translation>Cada fila y cada índice</translation>
    </message>
    <message>
        <source>Open every database</source>
        <translation>Abrir cada base de datos</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>A directory that does not exist yet; it is removed afterwards.</source>
        <translation>Un directorio que aún no exista; se elimina después.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Where it will listen meanwhile, on this machine&apos;s loopback alone.</source>
        <translation>Dónde escuchará mientras tanto, solo en el loopback de esta máquina.</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>Simulacro de restauración</translation>
    </message>
    <message>
        <source>Restores a backup aside, starts it, examines all that is in it, takes it down again and notes the outcome.</source>
        <translation>Restaura una copia de seguridad aparte, la arranca, examina todo lo que contiene, la desmonta y anota el resultado.</translation>
    </message>
    <message>
        <source>The live servers are not touched; the host is busier while it runs.</source>
        <translation>Los servidores activos no se tocan; el host está más ocupado mientras se ejecuta.</translation>
    </message>
    <message>
        <source>%1 is made for it, and removed again.</source>
        <translation>%1 se crea para ello y después se elimina.</translation>
    </message>
    <message>
        <source>%1 will be restored in %2, examined, and removed again.</source>
        <translation>%1 se restaurará en %2, se examinará y se eliminará después.</translation>
    </message>
    <message>
        <source>It is on record: “howdahctl backups” and the page Backups show when it was proven.</source>
        <translation>Queda registrado: “howdahctl backups” y la página Copias de seguridad muestran cuándo se comprobó.</translation>
    </message>
    <message>
        <source>Found in it</source>
        <translation>Encontrado en ella</translation>
    </message>
    <message>
        <source>There is no %1 in %2.</source>
        <translation>No hay ningún %1 en %2.</translation>
    </message>
    <message>
        <source>Install the client programs of this PostgreSQL.</source>
        <translation>Instale los programas cliente de este PostgreSQL.</translation>
    </message>
    <message>
        <source>psql and pg_amcheck are there.</source>
        <translation>psql y pg_amcheck están ahí.</translation>
    </message>
    <message>
        <source>psql is there.</source>
        <translation>psql está ahí.</translation>
    </message>
    <message>
        <source>The copy can be examined</source>
        <translation>La copia se puede examinar</translation>
    </message>
    <message>
        <source>It is asked with psql, on its host; pg_amcheck finds damage that no query meets.</source>
        <translation>Se consulta con psql, en su host; pg_amcheck encuentra daños con los que ninguna consulta se topa.</translation>
    </message>
    <message>
        <source>Read every row, check every index, and note the outcome</source>
        <translation>Leer cada fila, comprobar cada índice y anotar el resultado</translation>
    </message>
    <message>
        <source>Open every database, and note the outcome</source>
        <translation>Abrir cada base de datos y anotar el resultado</translation>
    </message>
    <message>
        <source>Restore the backup %1 to %2</source>
        <translation>Restaurar la copia de seguridad %1 en %2</translation>
    </message>
    <message>
        <source>Note it, if the copy would not start</source>
        <translation>Anotarlo, si la copia no llega a arrancar</translation>
    </message>
    <message>
        <source>Remove %1 and the copy in it</source>
        <translation>Eliminar %1 y la copia que contiene</translation>
    </message>
    <message>
        <source>Stop the copy</source>
        <translation>Detener la copia</translation>
    </message>
    <message>
        <source>Restore the backup aside</source>
        <translation>Restaurar la copia de seguridad aparte</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>Admit the owner of the files, through the socket in %1</source>
        <translation>Admitir al propietario de los archivos, a través del socket en %1</translation>
    </message>
    <message>
        <source>Examine what is in it</source>
        <translation>Examinar lo que contiene</translation>
    </message>
    <message>
        <source>Take the copy down and remove it</source>
        <translation>Desmontar la copia y eliminarla</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 ya no existe</translation>
    </message>
    <message>
        <source>They are in tar files of the backup, and are put beside the copy.</source>
        <translation>Están en archivos tar de la copia de seguridad, y se ponen junto a la copia.</translation>
    </message>
</context>
<context>
    <name>howdah::DropSlot</name>
    <message>
        <source>It is a logical slot of the database %1 (%2), confirmed up to %3.</source>
        <translation>Es un slot lógico de la base de datos %1 (%2), confirmado hasta: %3.</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>ninguna posición</translation>
    </message>
    <message>
        <source>Its subscriber loses its place for good: it must be set up and filled anew. Drop it only if there is no such subscriber any more.</source>
        <translation>Su suscriptor pierde su posición definitivamente: hay que configurarlo y llenarlo de nuevo. Elimínelo solo si ese suscriptor ya no existe.</translation>
    </message>
    <message>
        <source>No node on record is set to use it.</source>
        <translation>Ningún nodo registrado está configurado para usarlo.</translation>
    </message>
    <message>
        <source>%1 is set to use it.</source>
        <translation>%1 está configurado para usarlo.</translation>
    </message>
    <message>
        <source>Without it %1 cannot connect, and once the WAL that it lacks is gone it must be cloned anew. Drop it only if %1 does not come back.</source>
        <translation>Sin él, %1 no se puede conectar, y cuando ya no exista el WAL que le falta habrá que clonarlo de nuevo. Elimínelo solo si %1 no va a volver.</translation>
    </message>
    <message>
        <source>Drop the slot &quot;%1&quot;</source>
        <translation>Eliminar el slot &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Drop the slot &quot;%1&quot; from %2</source>
        <translation>Eliminar el slot &quot;%1&quot; de %2</translation>
    </message>
    <message>
        <source>the slot &quot;%1&quot; is gone</source>
        <translation>el slot &quot;%1&quot; ya no existe</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; on %2 (%3) is gone for good; it cannot be put back as it is now.</source>
        <translation>El slot &quot;%1&quot; de %2 (%3) desaparece definitivamente; no se puede recuperar tal como está ahora.</translation>
    </message>
    <message>
        <source>The WAL that only this slot keeps is removed with the next checkpoints.</source>
        <translation>El WAL que solo conserva este slot se elimina con los próximos checkpoints.</translation>
    </message>
    <message>
        <source>Drop a replication slot</source>
        <translation>Eliminar un slot de replicación</translation>
    </message>
    <message>
        <source>Lets a node no longer keep WAL for somebody who does not come back.</source>
        <translation>Hace que un nodo deje de conservar WAL para quien no va a volver.</translation>
    </message>
    <message>
        <source>The node that the slot is on.</source>
        <translation>El nodo en el que está el slot.</translation>
    </message>
    <message>
        <source>The slot to drop; nobody may be using it.</source>
        <translation>El slot que se elimina; nadie debe estar usándolo.</translation>
    </message>
    <message>
        <source>Nobody will miss it</source>
        <translation>Nadie lo echará en falta</translation>
    </message>
    <message>
        <source>Whoever it was made for cannot go on without it.</source>
        <translation>Aquel para quien se creó no puede continuar sin él.</translation>
    </message>
</context>
<context>
    <name>howdah::Dump</name>
    <message>
        <source>Dump a database</source>
        <translation>Volcar una base de datos</translation>
    </message>
    <message>
        <source>Writes a database, or some of it, with pg_dump as it is at one moment, reads it back and puts it on record.</source>
        <translation>Escribe con pg_dump una base de datos, o una parte, tal como está en un momento dado, vuelve a leer el volcado y lo registra.</translation>
    </message>
    <message>
        <source>Nobody can change the form of a dumped table (ALTER, DROP, VACUUM FULL) until the dump has ended; reading and writing go on.</source>
        <translation>Nadie puede cambiar la forma de una tabla volcada (ALTER, DROP, VACUUM FULL) hasta que el volcado termine; se puede seguir leyendo y escribiendo.</translation>
    </message>
    <message>
        <source>The dump will lie in %1 until somebody removes it.</source>
        <translation>El volcado estará en %1 hasta que alguien lo elimine.</translation>
    </message>
    <message>
        <source>%1 will be dumped as it is at one moment; nothing is changed in it.</source>
        <translation>%1 se volcará tal como está en un momento dado; no se cambia nada en ella.</translation>
    </message>
    <message>
        <source>Nothing is changed on the server.</source>
        <translation>No se cambia nada en el servidor.</translation>
    </message>
    <message>
        <source>No node of this cluster answers, so there is nothing to dump.</source>
        <translation>Ningún nodo de este clúster responde, así que no hay nada que volcar.</translation>
    </message>
    <message>
        <source>Prove it: restore %1 into a new database, and look at what is in it.</source>
        <translation>Compruébelo: restaure %1 en una base de datos nueva y mire lo que contiene.</translation>
    </message>
    <message>
        <source>The dump lies in</source>
        <translation>El volcado está en</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>The newest pg_dump here is %1, the server is of PostgreSQL %2: pg_dump refuses servers newer than itself.</source>
        <translation>El pg_dump más reciente aquí es %1, el servidor es de PostgreSQL %2: pg_dump rechaza los servidores más recientes que él mismo.</translation>
    </message>
    <message>
        <source>Install the client programs of PostgreSQL %1 or newer.</source>
        <translation>Instale los programas cliente de PostgreSQL %1 o posterior.</translation>
    </message>
    <message>
        <source>pg_dump %1 in %2.</source>
        <translation>pg_dump %1 en %2.</translation>
    </message>
    <message>
        <source>All databases, or what belongs to none.</source>
        <translation>Todas las bases de datos, o lo que no pertenece a ninguna.</translation>
    </message>
    <message>
        <source>%1 names nothing in %2.</source>
        <translation>%1 no designa nada en %2.</translation>
    </message>
    <message>
        <source>Write the name as pg_dump wants it: schema.table, capitals in double quotes.</source>
        <translation>Escriba el nombre como lo quiere pg_dump: schema.table, las mayúsculas entre comillas dobles.</translation>
    </message>
    <message>
        <source>Schemas and tables are named: pg_dump takes no schemas into account then.</source>
        <translation>Se indican esquemas y tablas: en ese caso, pg_dump no tiene en cuenta los esquemas.</translation>
    </message>
    <message>
        <source>Name one or the other; the tables of a schema are schema.*</source>
        <translation>Indique unos u otras; las tablas de un esquema son schema.*</translation>
    </message>
    <message>
        <source>%1 relations of %2 will be dumped.</source>
        <translation>Relaciones de %2 que se volcarán: %1.</translation>
    </message>
    <message>
        <source>%1 is a superuser.</source>
        <translation>%1 es superusuario.</translation>
    </message>
    <message>
        <source>%1 is no superuser: pg_dumpall stops at the first table that it may not read.</source>
        <translation>%1 no es superusuario: pg_dumpall se detiene en la primera tabla que no pueda leer.</translation>
    </message>
    <message>
        <source>Connect as a superuser, or grant pg_read_all_data to the role.</source>
        <translation>Conéctese como superusuario o conceda pg_read_all_data al rol.</translation>
    </message>
    <message>
        <source>%1 may not read %2.</source>
        <translation>%1 no puede leer %2.</translation>
    </message>
    <message>
        <source>Grant pg_read_all_data to the role, or leave those tables out.</source>
        <translation>Conceda pg_read_all_data al rol, o deje fuera esas tablas.</translation>
    </message>
    <message>
        <source>%1 may read all that is dumped.</source>
        <translation>%1 puede leer todo lo que se vuelca.</translation>
    </message>
    <message>
        <source>%1 is no superuser: the roles will be dumped without their passwords.</source>
        <translation>%1 no es superusuario: los roles se volcarán sin sus contraseñas.</translation>
    </message>
    <message>
        <source>Connect as a superuser to have them too.</source>
        <translation>Conéctese como superusuario para tenerlas también.</translation>
    </message>
    <message>
        <source>The role sees every row.</source>
        <translation>El rol ve todas las filas.</translation>
    </message>
    <message>
        <source>No policy keeps rows from the role.</source>
        <translation>Ninguna política oculta filas al rol.</translation>
    </message>
    <message>
        <source>Of %1 only the rows that policies show to the role are dumped.</source>
        <translation>De %1 solo se vuelcan las filas que las políticas muestran al rol.</translation>
    </message>
    <message>
        <source>Connect as a role with BYPASSRLS to have all of them.</source>
        <translation>Conéctese con un rol que tenga BYPASSRLS para tenerlas todas.</translation>
    </message>
    <message>
        <source>Policies keep rows of %1 from the role: pg_dump stops there, rather than leave rows out.</source>
        <translation>Hay políticas que ocultan al rol filas de %1: pg_dump se detiene ahí, en lugar de omitir filas.</translation>
    </message>
    <message>
        <source>Connect as a role with BYPASSRLS, or choose to dump only the rows that the role may see.</source>
        <translation>Conéctese con un rol que tenga BYPASSRLS, o elija volcar solo las filas que el rol puede ver.</translation>
    </message>
    <message>
        <source>%1 jobs write %1 files at a time, which only the directory format has.</source>
        <translation>Trabajos: %1; escriben %1 archivos a la vez, cosa que solo tiene el formato directory.</translation>
    </message>
    <message>
        <source>Choose the directory format, or one job.</source>
        <translation>Elija el formato de directorio o un solo trabajo.</translation>
    </message>
    <message>
        <source>A tar archive is not compressed by pg_dump.</source>
        <translation>pg_dump no comprime un archivo tar.</translation>
    </message>
    <message>
        <source>Choose no compression, or the custom format.</source>
        <translation>Elija no comprimir, o el formato personalizado.</translation>
    </message>
    <message>
        <source>pg_dump %1 compresses with gzip alone; %2 came with 16.</source>
        <translation>pg_dump %1 solo comprime con gzip; %2 llegó con la versión 16.</translation>
    </message>
    <message>
        <source>Choose gzip, or install newer client programs.</source>
        <translation>Elija gzip o instale programas cliente más recientes.</translation>
    </message>
    <message>
        <source>pg_dump %1 reads no filter file; that came with 17.</source>
        <translation>pg_dump %1 no lee ningún archivo de filtro; eso llegó con la versión 17.</translation>
    </message>
    <message>
        <source>Name schemas and tables instead, or install newer client programs.</source>
        <translation>Indique esquemas y tablas en su lugar, o instale programas cliente más recientes.</translation>
    </message>
    <message>
        <source>Format %1, compression %2, jobs: %3.</source>
        <translation>Formato %1, compresión %2, trabajos: %3.</translation>
    </message>
    <message>
        <source>SQL, compression %1.</source>
        <translation>SQL, compresión %1.</translation>
    </message>
    <message>
        <source>No session keeps a table that is dumped to itself.</source>
        <translation>Ninguna sesión retiene solo para sí una tabla que se vuelca.</translation>
    </message>
    <message>
        <source>A session holds %1 so that nobody can read it; pg_dump would wait for it.</source>
        <translation>Una sesión retiene %1 de modo que nadie puede leerla; pg_dump la esperaría.</translation>
    </message>
    <message>
        <source>Wait until it has ended. The dump gives up after the time that is set for locks.</source>
        <translation>Espere a que haya terminado. El volcado desiste pasado el tiempo fijado para los bloqueos.</translation>
    </message>
    <message>
        <source>%1 is the primary: one transaction is open on it for as long as the dump takes.</source>
        <translation>%1 es el primario: mientras dura el volcado hay en él una transacción abierta.</translation>
    </message>
    <message>
        <source>hot_standby_feedback is on: the primary keeps what the dump still needs.</source>
        <translation>hot_standby_feedback está en on: el primario conserva lo que el volcado aún necesita.</translation>
    </message>
    <message>
        <source>The standby waits for the dump, and does not replay meanwhile if the two are at odds.</source>
        <translation>El standby espera al volcado, y mientras tanto no reproduce si los dos entran en conflicto.</translation>
    </message>
    <message>
        <source>Dump another node if this one must stay close to its primary.</source>
        <translation>Vuelque otro nodo si este debe mantenerse cerca de su primario.</translation>
    </message>
    <message>
        <source>The standby breaks the dump off %1 after replay is held up by it.</source>
        <translation>El standby interrumpe el volcado cuando este lleva %1 reteniendo la reproducción.</translation>
    </message>
    <message>
        <source>Set hot_standby_feedback = on for it, raise max_standby_streaming_delay, or dump the primary.</source>
        <translation>Ponga en él hot_standby_feedback = on, aumente max_standby_streaming_delay o vuelque el primario.</translation>
    </message>
    <message>
        <source>%1 lies in the data directory, and is lost with it.</source>
        <translation>%1 está en el directorio de datos, y se pierde con él.</translation>
    </message>
    <message>
        <source>Choose a directory of its own.</source>
        <translation>Elija un directorio propio.</translation>
    </message>
    <message>
        <source>%1 may not write into %2, or it is not there.</source>
        <translation>%1 no puede escribir en %2, o no existe.</translation>
    </message>
    <message>
        <source>Make it for %1, or choose another directory.</source>
        <translation>Créelo para %1 o elija otro directorio.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 existe.</translation>
    </message>
    <message>
        <source>It will be made in %1.</source>
        <translation>Se creará en %1.</translation>
    </message>
    <message>
        <source>%1 free, %2 of tables to be dumped.</source>
        <translation>%1 libres, %2 de tablas por volcar.</translation>
    </message>
    <message>
        <source>Make room, or choose another directory.</source>
        <translation>Libere espacio o elija otro directorio.</translation>
    </message>
    <message>
        <source>It fits if the data is packed well.</source>
        <translation>Cabe si los datos se comprimen bien.</translation>
    </message>
    <message>
        <source>A pg_dump that knows this server</source>
        <translation>Un pg_dump que conoce este servidor</translation>
    </message>
    <message>
        <source>pg_dump reads servers up to its own version; a newer one than the server&apos;s is fine.</source>
        <translation>pg_dump lee servidores hasta su propia versión; puede ser más reciente que el servidor.</translation>
    </message>
    <message>
        <source>pg_dump can log in</source>
        <translation>pg_dump puede iniciar sesión</translation>
    </message>
    <message>
        <source>It runs as the owner of the data directory, and nobody is there to type a password.</source>
        <translation>Se ejecuta como el propietario del directorio de datos, y no hay nadie que escriba una contraseña.</translation>
    </message>
    <message>
        <source>Logged in as %1.</source>
        <translation>Sesión iniciada como %1.</translation>
    </message>
    <message>
        <source>What is named is there</source>
        <translation>Lo que se indica existe</translation>
    </message>
    <message>
        <source>A name that matches nothing would give a dump without what was wanted.</source>
        <translation>Un nombre que no corresponde a nada daría un volcado sin lo que se quería.</translation>
    </message>
    <message>
        <source>The role may read it all</source>
        <translation>El rol puede leerlo todo</translation>
    </message>
    <message>
        <source>pg_dump stops at the first table that it may not read.</source>
        <translation>pg_dump se detiene en la primera tabla que no puede leer.</translation>
    </message>
    <message>
        <source>No rows are hidden</source>
        <translation>No hay filas ocultas</translation>
    </message>
    <message>
        <source>Row-level security would leave rows out of a dump without a word; pg_dump refuses instead.</source>
        <translation>La seguridad a nivel de fila dejaría filas fuera del volcado sin avisar; en vez de eso, pg_dump se niega.</translation>
    </message>
    <message>
        <source>Format, compression and jobs go together</source>
        <translation>El formato, la compresión y los trabajos son compatibles</translation>
    </message>
    <message>
        <source>Which of them a pg_dump has depends on its version and on the format.</source>
        <translation>Cuáles de ellos tiene un pg_dump depende de su versión y del formato.</translation>
    </message>
    <message>
        <source>No lock stands in the way</source>
        <translation>Ningún bloqueo lo impide</translation>
    </message>
    <message>
        <source>pg_dump locks every table against changes of its form; it waits for who holds one.</source>
        <translation>pg_dump bloquea cada tabla contra cambios de su definición; espera a quien tenga un bloqueo en ella.</translation>
    </message>
    <message>
        <source>It can be read for as long as it takes</source>
        <translation>Se puede leer mientras haga falta</translation>
    </message>
    <message>
        <source>All of it is read in one transaction, of one moment; a standby may break that off.</source>
        <translation>Todo se lee en una sola transacción, de un mismo momento; un standby puede interrumpirla.</translation>
    </message>
    <message>
        <source>The dump has a place</source>
        <translation>El volcado tiene un lugar</translation>
    </message>
    <message>
        <source>Nothing that lies there is replaced: each dump has a directory of its own.</source>
        <translation>No se sustituye nada de lo que hay allí: cada volcado tiene un directorio propio.</translation>
    </message>
    <message>
        <source>Room for the dump</source>
        <translation>Espacio para el volcado</translation>
    </message>
    <message>
        <source>A full disk ends the dump, and whatever else writes there.</source>
        <translation>Un disco lleno pone fin al volcado, y a todo lo demás que escribe en él.</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Materialized views</source>
        <translation>Vistas materializadas</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Secuencias</translation>
    </message>
    <message>
        <source>Foreign tables</source>
        <translation>Tablas foráneas</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>%1 is no name as pg_dump wants it: schema.table, capitals in double quotes.</source>
        <translation>%1 no es un nombre como lo quiere pg_dump: schema.table, con las mayúsculas entre comillas dobles.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>The node to dump. A standby spares the primary, but may break a long dump off.</source>
        <translation>El nodo que se vuelca. Un standby descarga al primario, pero puede interrumpir un volcado largo.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>One database, or what belongs to the whole server: roles and tablespaces.</source>
        <translation>Una base de datos, o lo que pertenece a todo el servidor: roles y tablespaces.</translation>
    </message>
    <message>
        <source>One database</source>
        <translation>Una base de datos</translation>
    </message>
    <message>
        <source>Roles and tablespaces</source>
        <translation>Roles y tablespaces</translation>
    </message>
    <message>
        <source>All databases, as SQL</source>
        <translation>Todas las bases de datos, como SQL</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Of one database: its name.</source>
        <translation>De una base de datos: su nombre.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>From an archive single objects can be restored; a directory is written by several jobs at once.</source>
        <translation>De un archivo se pueden restaurar objetos sueltos; un directorio lo escriben varios trabajos a la vez.</translation>
    </message>
    <message>
        <source>Custom: one compressed archive</source>
        <translation>Personalizado: un solo archivo comprimido</translation>
    </message>
    <message>
        <source>Directory: a file for each table</source>
        <translation>Directorio: un archivo por tabla</translation>
    </message>
    <message>
        <source>Tar: one archive that tar reads</source>
        <translation>Tar: un solo archivo que lee tar</translation>
    </message>
    <message>
        <source>Plain: SQL</source>
        <translation>Texto: SQL</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Tables that are read at the same time; of the directory format.</source>
        <translation>Tablas que se leen al mismo tiempo; para el formato de directorio.</translation>
    </message>
    <message>
        <source>Only these schemas</source>
        <translation>Solo estos esquemas</translation>
    </message>
    <message>
        <source>All, when none is named. The command line takes patterns too: sales*</source>
        <translation>Todos, si no se indica ninguno. La línea de órdenes admite también patrones: sales*</translation>
    </message>
    <message>
        <source>Only these tables</source>
        <translation>Solo estas tablas</translation>
    </message>
    <message>
        <source>All, when none is named. The command line takes patterns too: sales.order*</source>
        <translation>Todas, si no se indica ninguna. La línea de órdenes admite también patrones: sales.order*</translation>
    </message>
    <message>
        <source>Dumps lie in</source>
        <translation>Los volcados están en</translation>
    </message>
    <message>
        <source>A directory on that node&apos;s host; each dump gets one of its own in it.</source>
        <translation>Un directorio en el host de ese nodo; cada volcado recibe en él uno propio.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>What you call it, for example: before the upgrade.</source>
        <translation>Cómo lo llama usted, por ejemplo: antes de la actualización.</translation>
    </message>
    <message>
        <source>Without these tables</source>
        <translation>Sin estas tablas</translation>
    </message>
    <message>
        <source>Neither their definition nor their rows.</source>
        <translation>Ni su definición ni sus filas.</translation>
    </message>
    <message>
        <source>Without the rows of these tables</source>
        <translation>Sin las filas de estas tablas</translation>
    </message>
    <message>
        <source>Their definition is dumped.</source>
        <translation>Su definición se vuelca.</translation>
    </message>
    <message>
        <source>Definitions and rows</source>
        <translation>Definiciones y filas</translation>
    </message>
    <message>
        <source>Rows alone can be restored only where the tables are there.</source>
        <translation>Las filas solas solo se pueden restaurar donde existen las tablas.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambas</translation>
    </message>
    <message>
        <source>Definitions alone</source>
        <translation>Solo las definiciones</translation>
    </message>
    <message>
        <source>Rows alone</source>
        <translation>Solo las filas</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>lz4 is fast, zstd packs best; both need a pg_dump of PostgreSQL 16 or newer.</source>
        <translation>lz4 es rápido, zstd comprime mejor; ambos necesitan un pg_dump de PostgreSQL 16 o posterior.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Level of compression</source>
        <translation>Nivel de compresión</translation>
    </message>
    <message>
        <source>The method&apos;s usual one, unless said.</source>
        <translation>El habitual del método, si no se indica otro.</translation>
    </message>
    <message>
        <source>Roles and tablespaces too</source>
        <translation>También los roles y tablespaces</translation>
    </message>
    <message>
        <source>Written beside the dump: without them its owners and rights cannot be restored elsewhere.</source>
        <translation>Se escriben junto al volcado: sin ellos no se pueden restaurar en otro lugar sus propietarios y permisos.</translation>
    </message>
    <message>
        <source>Large objects too</source>
        <translation>También los objetos grandes</translation>
    </message>
    <message>
        <source>They belong to no schema and no table.</source>
        <translation>No pertenecen a ningún esquema ni a ninguna tabla.</translation>
    </message>
    <message>
        <source>Only the rows that the role may see</source>
        <translation>Solo las filas que el rol puede ver</translation>
    </message>
    <message>
        <source>Where row-level security hides some from it, pg_dump refuses unless this is set.</source>
        <translation>Donde la seguridad a nivel de fila le oculta algunas, pg_dump se niega si esto no está activado.</translation>
    </message>
    <message>
        <source>Wait for locks</source>
        <translation>Esperar a los bloqueos</translation>
    </message>
    <message>
        <source>Gives up when a table cannot be locked for this long.</source>
        <translation>Desiste cuando no se puede bloquear una tabla durante este tiempo.</translation>
    </message>
    <message>
        <source>Filter file</source>
        <translation>Archivo de filtro</translation>
    </message>
    <message>
        <source>On that node&apos;s host, as pg_dump 17 reads it: lines such as: exclude table_data log.*</source>
        <translation>En el host de ese nodo, tal como lo lee pg_dump 17: líneas como: exclude table_data log.*</translation>
    </message>
    <message>
        <source>No node is named.</source>
        <translation>No se indica ningún nodo.</translation>
    </message>
    <message>
        <source>There is no database %1 that takes connections.</source>
        <translation>No hay ninguna base de datos %1 que admita conexiones.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Hay: %1.</translation>
    </message>
    <message>
        <source>The version of the server is not known.</source>
        <translation>No se conoce la versión del servidor.</translation>
    </message>
    <message>
        <source>End what an earlier try of this dump may have left running</source>
        <translation>Terminar lo que un intento anterior de este volcado haya podido dejar en marcha</translation>
    </message>
    <message>
        <source>Dump the database %1</source>
        <translation>Volcar la base de datos %1</translation>
    </message>
    <message>
        <source>Dump what belongs to the whole server</source>
        <translation>Volcar lo que pertenece a todo el servidor</translation>
    </message>
    <message>
        <source>Dump the roles and tablespaces, which belong to no database</source>
        <translation>Volcar los roles y tablespaces, que no pertenecen a ninguna base de datos</translation>
    </message>
    <message>
        <source>Dump %1</source>
        <translation>Volcar %1</translation>
    </message>
    <message>
        <source>Dump the server</source>
        <translation>Volcar el servidor</translation>
    </message>
    <message>
        <source>Make the directory %1 for dumps, unless it is there</source>
        <translation>Crear el directorio %1 para volcados, salvo que ya exista</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>Remove the unfinished dump %1</source>
        <translation>Eliminar el volcado inacabado %1</translation>
    </message>
    <message>
        <source>the dump lies in %1</source>
        <translation>el volcado está en %1</translation>
    </message>
    <message>
        <source>Read the dump back</source>
        <translation>Releer el volcado</translation>
    </message>
    <message>
        <source>Read all of it once, and see that it is whole</source>
        <translation>Leerlo todo una vez y ver que está íntegro</translation>
    </message>
    <message>
        <source>Write its record: what it is, its size and digest</source>
        <translation>Escribir su registro: qué es, su tamaño y su resumen criptográfico</translation>
    </message>
    <message>
        <source>it lies in its place</source>
        <translation>está en su lugar</translation>
    </message>
    <message>
        <source>Put it on record</source>
        <translation>Registrarlo</translation>
    </message>
    <message>
        <source>Move it to %1</source>
        <translation>Moverlo a %1</translation>
    </message>
    <message>
        <source>Move it back to %1</source>
        <translation>Devolverlo a %1</translation>
    </message>
    <message>
        <source>the dump lies in %1 with its record</source>
        <translation>el volcado está en %1 con su registro</translation>
    </message>
    <message>
        <source>Note where it lies</source>
        <translation>Anotar dónde está</translation>
    </message>
    <message>
        <source>Note its file</source>
        <translation>Anotar su archivo</translation>
    </message>
    <message>
        <source>Read its record</source>
        <translation>Leer su registro</translation>
    </message>
</context>
<context>
    <name>howdah::DumpContents</name>
    <message>
        <source>This is not the list of a dump&apos;s contents.</source>
        <translation>Esto no es la lista del contenido de un volcado.</translation>
    </message>
</context>
<context>
    <name>howdah::DumpPrograms</name>
    <message>
        <source>No pg_dump with pg_restore and psql was found on this host.</source>
        <translation>No se encontró en este host ningún pg_dump con pg_restore y psql.</translation>
    </message>
    <message>
        <source>Install the client programs of PostgreSQL %1 or newer.</source>
        <translation>Instale los programas cliente de PostgreSQL %1 o posterior.</translation>
    </message>
    <message>
        <source>There is no psql to try it with.</source>
        <translation>No hay ningún psql con el que probarlo.</translation>
    </message>
    <message>
        <source>The user %1 cannot log in to %2 by itself.</source>
        <translation>El usuario %1 no puede iniciar sesión en %2 por sí solo.</translation>
    </message>
    <message>
        <source>Put the role&apos;s password where %1 can read it: in %1&apos;s ~/.pgpass, or in a file of %1&apos;s named by passfile= in the node&apos;s settings.</source>
        <translation>Ponga la contraseña del rol donde %1 pueda leerla: en el ~/.pgpass de %1, o en un archivo de %1 indicado con passfile= en los parámetros de conexión del nodo.</translation>
    </message>
</context>
<context>
    <name>howdah::DumpRecord</name>
    <message>
        <source>The record of the dump in %1 is not complete.</source>
        <translation>El registro del volcado en %1 no está completo.</translation>
    </message>
    <message>
        <source>The dump may be good all the same: name its file itself.</source>
        <translation>Aun así, el volcado puede ser bueno: indique directamente su archivo.</translation>
    </message>
</context>
<context>
    <name>howdah::DumpsRow</name>
    <message>
        <source>Dumps, by pg_dump: one database or some of its tables, readable by newer versions of PostgreSQL too.</source>
        <translation>Volcados, con pg_dump: una base de datos o algunas de sus tablas, legibles también por versiones más recientes de PostgreSQL.</translation>
    </message>
    <message>
        <source>Restore a dump…</source>
        <translation>Restaurar un volcado…</translation>
    </message>
    <message>
        <source>Dump…</source>
        <translation>Volcar…</translation>
    </message>
</context>
<context>
    <name>howdah::EmptyPage</name>
    <message>
        <source>Add a cluster…</source>
        <translation>Añadir un clúster…</translation>
    </message>
    <message>
        <source>Create a lab cluster…</source>
        <translation>Crear un clúster de laboratorio…</translation>
    </message>
    <message>
        <source>See your PostgreSQL clusters, and steer them</source>
        <translation>Vea sus clústeres de PostgreSQL, y diríjalos</translation>
    </message>
    <message>
        <source>Howdah shows a primary and its standbys as they are now: who streams from whom, how far each is behind and why. From here you clone a standby, fail over or pause replay, with every check made and every command shown before anything happens.</source>
        <translation>Howdah muestra un primario y sus standbys tal como están ahora: quién replica desde quién, cuánto retraso lleva cada uno y por qué. Desde aquí puede clonar un standby, hacer un failover o pausar la reproducción, con cada comprobación hecha y cada orden a la vista antes de que ocurra nada.</translation>
    </message>
    <message>
        <source>One connection is enough: Howdah finds the other nodes and asks before it adds them. Nothing is changed on your servers.</source>
        <translation>Basta una conexión: Howdah encuentra los demás nodos y pregunta antes de añadirlos. No se cambia nada en sus servidores.</translation>
    </message>
    <message>
        <source>A real primary with standbys on this computer, made from its PostgreSQL in under a minute. To learn and to try things out; it goes without a trace.</source>
        <translation>Un primario real con standbys en este equipo, creado con su PostgreSQL en menos de un minuto. Para aprender y hacer pruebas; desaparece sin dejar rastro.</translation>
    </message>
</context>
<context>
    <name>howdah::Error</name>
    <message>
        <source>Detail: %1</source>
        <translation>Detalle: %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Sugerencia: %1</translation>
    </message>
    <message>
        <source>SQLSTATE: %1</source>
        <translation>SQLSTATE: %1</translation>
    </message>
</context>
<context>
    <name>howdah::ErrorPanel</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Copy the error&apos;s details</source>
        <translation>Copiar los detalles del error</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Sugerencia</translation>
    </message>
    <message>
        <source>SQLSTATE</source>
        <translation>SQLSTATE</translation>
    </message>
</context>
<context>
    <name>howdah::Executor</name>
    <message>
        <source>The cluster %1 already has another node called %2.</source>
        <translation>El clúster %1 ya tiene otro nodo llamado %2.</translation>
    </message>
    <message>
        <source>Rename or remove that node, then resume.</source>
        <translation>Cambie el nombre de ese nodo o quítelo, y reanude.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido, como se pidió.</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseChoice</name>
    <message>
        <source>Exercises</source>
        <translation>Ejercicios</translation>
    </message>
    <message>
        <source>Each makes a real cluster of its own, and checks what is so by looking at it.</source>
        <translation>Cada uno crea un clúster real propio y comprueba lo que hay mirándolo.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n paso</numerusform>
            <numerusform>%n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation>%1 de %2 superados</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Begin or go on with “%1”</source>
        <translation>Empezar o seguir con “%1”</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseConsole</name>
    <message>
        <source>Where it runs</source>
        <translation>Dónde se ejecuta</translation>
    </message>
    <message>
        <source>What the console said</source>
        <translation>Lo que dijo la consola</translation>
    </message>
    <message>
        <source>What is typed below is run on the lab&apos;s own cluster.</source>
        <translation>Lo que se escribe abajo se ejecuta en el clúster del propio laboratorio.</translation>
    </message>
    <message>
        <source>SQL on %1</source>
        <translation>SQL en %1</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>End what runs</source>
        <translation>Terminar lo que se ejecuta</translation>
    </message>
    <message>
        <source>Run what is typed (Return)</source>
        <translation>Ejecutar lo escrito (Intro)</translation>
    </message>
    <message>
        <source>%1, %2&gt;</source>
        <translation>%1, %2&gt;</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseDeliverable</name>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Ejercicio</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Empezado</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Steps passed</source>
        <translation>Pasos superados</translation>
    </message>
    <message>
        <source>Checks made</source>
        <translation>Comprobaciones hechas</translation>
    </message>
    <message>
        <source>Hints taken</source>
        <translation>Pistas tomadas</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Howdah</source>
        <translation>Howdah</translation>
    </message>
    <message>
        <source>%1, arranged by Howdah</source>
        <translation>%1, preparado por Howdah</translation>
    </message>
    <message>
        <source>Cause named: %1 (%2)</source>
        <translation>Causa nombrada: %1 (%2)</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>not the cause</source>
        <translation>no es la causa</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observado</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Tras</translation>
    </message>
    <message>
        <source>Not begun.</source>
        <translation>Sin empezar.</translation>
    </message>
    <message>
        <source>Passed %1.</source>
        <translation>Superado %1.</translation>
    </message>
    <message>
        <source>Not passed yet.</source>
        <translation>Aún no superado.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
    <message>
        <source>In my own words</source>
        <translation>Con mis palabras</translation>
    </message>
    <message>
        <source>(What happened, why, and what I would do next time.)</source>
        <translation>(Qué pasó, por qué y qué haría la próxima vez.)</translation>
    </message>
    <message>
        <source>%1 could not be made.</source>
        <translation>No se pudo crear %1.</translation>
    </message>
    <message>
        <source>What Howdah found by itself:</source>
        <translation>Lo que Howdah encontró por sí mismo:</translation>
    </message>
    <message>
        <source>Left out, because they need root or a file system of their own: %1</source>
        <translation>Omitidos, porque necesitan root o un sistema de archivos propio: %1</translation>
    </message>
    <message>
        <source>The facts of this run</source>
        <translation>Los hechos de esta ejecución</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseDesk</name>
    <message>
        <source>No exercise has been begun.</source>
        <translation>No se ha empezado ningún ejercicio.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
    <message>
        <source>Making a fresh lab…</source>
        <translation>Creando un laboratorio nuevo…</translation>
    </message>
    <message>
        <source>Looking where it was left…</source>
        <translation>Mirando dónde se dejó…</translation>
    </message>
    <message>
        <source>Looking at the cluster…</source>
        <translation>Mirando el clúster…</translation>
    </message>
    <message>
        <source>Putting the fault in…</source>
        <translation>Provocando el fallo…</translation>
    </message>
    <message>
        <source>Writing the deliverable…</source>
        <translation>Escribiendo el entregable…</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseEnding</name>
    <message>
        <source>Hand in…</source>
        <translation>Entregar…</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>In your own words: what happened, why, and what you would do next time.</source>
        <translation>Con sus palabras: qué pasó, por qué y qué haría la próxima vez.</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Su nota</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>%1 commands and %2 observations are on record.</source>
        <translation>Hay %1 órdenes y %2 observaciones registradas.</translation>
    </message>
    <message>
        <source>%1 of %2 steps have passed so far.</source>
        <translation>Hasta ahora se han superado %1 de %2 pasos.</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>Qué pasó:</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Por qué:</translation>
    </message>
    <message>
        <source>What I would do next time:</source>
        <translation>Qué haría la próxima vez:</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>Todas las formas</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Form of the deliverable</source>
        <translation>Forma del entregable</translation>
    </message>
    <message>
        <source>Hand in what there is</source>
        <translation>Entregar lo que hay</translation>
    </message>
    <message numerus="yes">
        <source>All of %n step(s) passed, %1 after the beginning.</source>
        <translation>
            <numerusform>Se ha superado %n paso, %1 después del comienzo.</numerusform>
            <numerusform>Se han superado los %n pasos, %1 después del comienzo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseFile</name>
    <message>
        <source>“%1” is not a plain name: small letters, digits and hyphens.</source>
        <translation>“%1” no es un nombre simple: minúsculas, cifras y guiones.</translation>
    </message>
    <message>
        <source>“%1” is none of the choices.</source>
        <translation>“%1” no es ninguna de las opciones.</translation>
    </message>
    <message>
        <source>The step observes nothing and asks nothing: how would one know that it was done?</source>
        <translation>El paso no observa ni pregunta nada: ¿cómo se sabría que está hecho?</translation>
    </message>
    <message>
        <source>“format: %1” is what this Howdah reads.</source>
        <translation>Este Howdah lee “format: %1”.</translation>
    </message>
    <message>
        <source>Two steps are called “%1”.</source>
        <translation>Dos pasos se llaman “%1”.</translation>
    </message>
    <message>
        <source>“%1” is missing or empty.</source>
        <translation>“%1” falta o está vacío.</translation>
    </message>
    <message>
        <source>Exactly one of these is expected: %1.</source>
        <translation>Se espera exactamente uno de estos: %1.</translation>
    </message>
    <message>
        <source>The English text (en) is missing.</source>
        <translation>Falta el texto en inglés (en).</translation>
    </message>
    <message>
        <source>A mapping (key: value) is expected here.</source>
        <translation>Aquí se espera una correspondencia (clave: valor).</translation>
    </message>
    <message>
        <source>A step needs “root” or “disk”, not “%1”.</source>
        <translation>Un paso necesita “root” o “disk”, no “%1”.</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseObservations</name>
    <message>
        <source>The command failed (exit code %1).</source>
        <translation>La orden falló (código de salida %1).</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>anything but %1</source>
        <translation>cualquier cosa menos %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>al menos %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>como mucho %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>something like %1</source>
        <translation>algo como %1</translation>
    </message>
    <message>
        <source>refused with SQLSTATE %1</source>
        <translation>rechazado con SQLSTATE %1</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseRecord</name>
    <message>
        <source>The record of the exercise cannot be read.</source>
        <translation>No se puede leer el registro del ejercicio.</translation>
    </message>
    <message>
        <source>The exercise &quot;%1&quot; has not been begun.</source>
        <translation>El ejercicio &quot;%1&quot; no se ha empezado.</translation>
    </message>
    <message>
        <source>“howdahctl lab exercise run %1” begins it.</source>
        <translation>“howdahctl lab exercise run %1” lo empieza.</translation>
    </message>
    <message>
        <source>The record of the exercise could not be written to %1.</source>
        <translation>El registro del ejercicio no se pudo escribir en %1.</translation>
    </message>
    <message>
        <source>The earlier record could not be kept as %1.</source>
        <translation>El registro anterior no se pudo conservar como %1.</translation>
    </message>
    <message>
        <source>This is no record of an exercise, or not a whole one.</source>
        <translation>Esto no es el registro de un ejercicio, o no está completo.</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseRun</name>
    <message>
        <source>PostgreSQL %1 or later</source>
        <translation>PostgreSQL %1 o posterior</translation>
    </message>
    <message>
        <source>PostgreSQL %1 to %2</source>
        <translation>PostgreSQL %1 a %2</translation>
    </message>
    <message>
        <source>This exercise needs %1; the labs of this machine run PostgreSQL %2.</source>
        <translation>Este ejercicio necesita %1; los laboratorios de esta máquina usan PostgreSQL %2.</translation>
    </message>
    <message>
        <source>The program %1 is not installed here.</source>
        <translation>El programa %1 no está instalado aquí.</translation>
    </message>
    <message>
        <source>A disk of its own for each node, which only root can make.</source>
        <translation>Un disco propio para cada nodo, que solo root puede crear.</translation>
    </message>
    <message>
        <source>The lab of this exercise is gone.</source>
        <translation>El laboratorio de este ejercicio ya no existe.</translation>
    </message>
    <message>
        <source>Start over: that makes a fresh one.</source>
        <translation>Empiece de nuevo: así se crea uno nuevo.</translation>
    </message>
    <message>
        <source>This did not go as it should: %1</source>
        <translation>Esto no fue como debía: %1</translation>
    </message>
    <message>
        <source>“%1” is none of the choices.</source>
        <translation>“%1” no es ninguna de las opciones.</translation>
    </message>
    <message>
        <source>There is no further hint for this step.</source>
        <translation>No hay más pistas para este paso.</translation>
    </message>
    <message>
        <source>Its lab needs about %1 in %2, where %3 is free: make room there.</source>
        <translation>Su laboratorio necesita unos %1 en %2, donde hay %3 libres: libere espacio allí.</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseSeen</name>
    <message>
        <source>%1, after %2</source>
        <translation>%1, tras %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Expected %1, saw %2.</source>
        <translation>Se esperaba %1, se vio %2.</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseSheet</name>
    <message>
        <source>The step at hand</source>
        <translation>El paso actual</translation>
    </message>
    <message>
        <source>Passed.</source>
        <translation>Superado.</translation>
    </message>
    <message>
        <source>That is the cause.</source>
        <translation>Esa es la causa.</translation>
    </message>
    <message>
        <source>That is not the cause: look again.</source>
        <translation>Esa no es la causa: mire otra vez.</translation>
    </message>
    <message>
        <source>Picture taken when the step passed</source>
        <translation>Imagen tomada al superar el paso</translation>
    </message>
    <message>
        <source>Howdah found it too: %1</source>
        <translation>Howdah también lo encontró: %1</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseTasks</name>
    <message>
        <source>… (%1 rows)</source>
        <translation>… (%1 filas)</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>Filas: %1</translation>
    </message>
    <message>
        <source>Sent; not waited for.</source>
        <translation>Enviado; no se espera.</translation>
    </message>
    <message>
        <source>There is no operation called “%1”.</source>
        <translation>No hay ninguna operación llamada “%1”.</translation>
    </message>
    <message>
        <source>SQL on %1</source>
        <translation>SQL en %1</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Fault on %1</source>
        <translation>Fallo en %1</translation>
    </message>
    <message>
        <source>… (the rest is left out)</source>
        <translation>… (se omite el resto)</translation>
    </message>
</context>
<context>
    <name>howdah::ExerciseWords</name>
    <message>
        <source>The cluster &quot;%1&quot; has no node named &quot;%2&quot;.</source>
        <translation>El clúster &quot;%1&quot; no tiene ningún nodo llamado &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>No node answers as a primary just now.</source>
        <translation>Ahora mismo ningún nodo responde como primario.</translation>
    </message>
    <message>
        <source>No node answers as a standby just now.</source>
        <translation>Ahora mismo ningún nodo responde como standby.</translation>
    </message>
    <message>
        <source>{{%1}} stands for nothing here.</source>
        <translation>{{%1}} no significa nada aquí.</translation>
    </message>
    <message>
        <source>There is no operation “%1”.</source>
        <translation>No hay ninguna operación “%1”.</translation>
    </message>
</context>
<context>
    <name>howdah::Expire</name>
    <message>
        <source>A number from 1 to %1 is needed.</source>
        <translation>Se necesita un número de 1 a %1.</translation>
    </message>
    <message>
        <source>Keep the newest</source>
        <translation>Conservar las más recientes</translation>
    </message>
    <message>
        <source>So many backups that are not known to be bad. What any rule keeps stays.</source>
        <translation>Tantas copias de seguridad que no consten como malas. Lo que conserva cualquiera de las reglas se queda.</translation>
    </message>
    <message>
        <source>Keep days</source>
        <translation>Conservar días</translation>
    </message>
    <message>
        <source>Every backup that is younger than so many days.</source>
        <translation>Toda copia de seguridad que tenga menos de tantos días.</translation>
    </message>
    <message>
        <source>Recovery window in days</source>
        <translation>Ventana de recuperación en días</translation>
    </message>
    <message>
        <source>What is needed to recover to any moment of the last so many days.</source>
        <translation>Lo que se necesita para recuperar a cualquier momento de los últimos tantos días.</translation>
    </message>
    <message>
        <source>What goes is</source>
        <translation>Lo que se retira queda</translation>
    </message>
    <message>
        <source>Moved aside it can be brought back; removed it gives its room back, together with all that was moved aside before.</source>
        <translation>Si se aparta, se puede traer de vuelta; si se elimina, libera su espacio, junto con todo lo que se apartó antes.</translation>
    </message>
    <message>
        <source>Moved aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Nothing: what was moved aside before comes back</source>
        <translation>Nada: vuelve lo que se apartó antes</translation>
    </message>
    <message>
        <source>On the host of</source>
        <translation>En el host de</translation>
    </message>
    <message>
        <source>The node on whose host the backups lie.</source>
        <translation>El nodo en cuyo host están las copias de seguridad.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo de WAL</translation>
    </message>
    <message>
        <source>The directory with the archived WAL: what no backup that stays needs goes from there too. Empty: WAL is left alone.</source>
        <translation>El directorio con el WAL archivado: también de allí se retira lo que no necesita ninguna copia de seguridad que se queda. Vacío: el WAL no se toca.</translation>
    </message>
    <message>
        <source>Expire backups</source>
        <translation>Retirar copias de seguridad antiguas</translation>
    </message>
    <message>
        <source>Moves backups and archived WAL aside, or removes them, when no rule keeps them; never what the recovery window needs.</source>
        <translation>Aparta o elimina copias de seguridad y WAL archivado cuando ninguna regla los conserva; nunca lo que necesita la ventana de recuperación.</translation>
    </message>
    <message>
        <source>What was moved aside comes back.</source>
        <translation>Vuelve lo que se apartó.</translation>
    </message>
    <message>
        <source>Backups that go: %1. Archived files that go: %2.</source>
        <translation>Copias de seguridad que se retiran: %1. Archivos de WAL archivados que se retiran: %2.</translation>
    </message>
    <message>
        <source>“--then back” brings everything back, “--then remove” gives the room back for good.</source>
        <translation>“--then back” lo trae todo de vuelta, “--then remove” libera el espacio definitivamente.</translation>
    </message>
    <message>
        <source>pg_controldata does not say how large a WAL segment is.</source>
        <translation>pg_controldata no dice qué tamaño tiene un segmento de WAL.</translation>
    </message>
    <message>
        <source>%1 stays. %2</source>
        <translation>%1 se queda. %2</translation>
    </message>
    <message>
        <source>Nothing was moved aside there.</source>
        <translation>Allí no se apartó nada.</translation>
    </message>
    <message>
        <source>Name the directories that it was moved aside in.</source>
        <translation>Indique los directorios en los que se apartó.</translation>
    </message>
    <message>
        <source>This comes back: %1.</source>
        <translation>Esto vuelve: %1.</translation>
    </message>
    <message>
        <source>No rule says what stays.</source>
        <translation>Ninguna regla dice qué se queda.</translation>
    </message>
    <message>
        <source>Name at least one: so many of the newest, so many days, or a recovery window.</source>
        <translation>Indique al menos una: tantas de las más recientes, tantos días o una ventana de recuperación.</translation>
    </message>
    <message>
        <source>Of %1 backups %2 go; of the archive %3 files. Together %4.</source>
        <translation>De las copias de seguridad (%1) se retiran: %2; archivos que se retiran del archivo de WAL: %3. En total, %4.</translation>
    </message>
    <message>
        <source>%1 may write there.</source>
        <translation>%1 puede escribir allí.</translation>
    </message>
    <message>
        <source>%1 may not write in %2, or it is not there.</source>
        <translation>%1 no puede escribir en %2, o no existe.</translation>
    </message>
    <message>
        <source>Give it to %1, or name another directory.</source>
        <translation>Déselo a %1 o indique otro directorio.</translation>
    </message>
    <message>
        <source>No archived WAL goes.</source>
        <translation>No se retira nada del WAL archivado.</translation>
    </message>
    <message>
        <source>Has not replayed yet what would go: %1.</source>
        <translation>Aún no ha reproducido lo que se retiraría: %1.</translation>
    </message>
    <message>
        <source>Wait until it has caught up, or keep more.</source>
        <translation>Espere a que se haya puesto al día, o conserve más.</translation>
    </message>
    <message>
        <source>Every standby has replayed beyond %1.</source>
        <translation>Todos los standbys han reproducido más allá de %1.</translation>
    </message>
    <message>
        <source>Does not answer: %1.</source>
        <translation>No responde: %1.</translation>
    </message>
    <message>
        <source>It may need that WAL to catch up: look at it first.</source>
        <translation>Puede que necesite ese WAL para ponerse al día: mírelo antes.</translation>
    </message>
    <message>
        <source>A rule says what stays</source>
        <translation>Una regla dice qué se queda</translation>
    </message>
    <message>
        <source>What any of the rules keeps stays, and so does the newest good backup of all.</source>
        <translation>Lo que conserva cualquiera de las reglas se queda, y también la copia de seguridad buena más reciente de todas.</translation>
    </message>
    <message>
        <source>It can be moved</source>
        <translation>Se puede mover</translation>
    </message>
    <message>
        <source>It is moved within its own directory.</source>
        <translation>Se mueve dentro de su propio directorio.</translation>
    </message>
    <message>
        <source>No standby needs the WAL that goes</source>
        <translation>Ningún standby necesita el WAL que se retira</translation>
    </message>
    <message>
        <source>A standby that has fallen behind catches up from the archive.</source>
        <translation>Un standby que se ha retrasado se pone al día desde el archivo de WAL.</translation>
    </message>
    <message>
        <source>Nothing is removed; a name that is taken again is left aside.</source>
        <translation>No se elimina nada; lo que tenga un nombre que vuelve a estar ocupado se deja apartado.</translation>
    </message>
    <message>
        <source>%1 goes. %2</source>
        <translation>%1 se retira. %2</translation>
    </message>
    <message>
        <source>Archived files that go: %1, from %2 to %3.</source>
        <translation>Archivos de WAL archivados que se retiran: %1, de %2 a %3.</translation>
    </message>
    <message>
        <source>What was moved aside before goes for good: %1</source>
        <translation>Lo que se apartó antes desaparece definitivamente: %1</translation>
    </message>
    <message>
        <source>What goes cannot be brought back.</source>
        <translation>Lo que se retira no se puede traer de vuelta.</translation>
    </message>
    <message>
        <source>What goes is moved aside; its room is not given back yet.</source>
        <translation>Lo que se retira se aparta; su espacio aún no se libera.</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Remove the empty directory %1</source>
        <translation>Eliminar el directorio vacío %1</translation>
    </message>
    <message>
        <source>Move the backups aside</source>
        <translation>Apartar las copias de seguridad</translation>
    </message>
    <message>
        <source>Move %1 aside</source>
        <translation>Apartar %1</translation>
    </message>
    <message>
        <source>Move %1 back</source>
        <translation>Devolver %1 a su lugar</translation>
    </message>
    <message>
        <source>Move archived WAL aside that no backup needs any more</source>
        <translation>Apartar el WAL archivado que ya no necesita ninguna copia de seguridad</translation>
    </message>
    <message>
        <source>Move %1 files aside, from %2 to %3</source>
        <translation>Apartar archivos: %1, de %2 a %3</translation>
    </message>
    <message>
        <source>Move them back</source>
        <translation>Devolverlos a su lugar</translation>
    </message>
    <message>
        <source>Bring back what was moved aside</source>
        <translation>Traer de vuelta lo que se apartó</translation>
    </message>
    <message>
        <source>Bring back what lies in %1</source>
        <translation>Traer de vuelta lo que está en %1</translation>
    </message>
    <message>
        <source>Remove what was moved aside</source>
        <translation>Eliminar lo que se apartó</translation>
    </message>
    <message>
        <source>Part of what was moved aside is removed already. Resume it, and the rest goes too.</source>
        <translation>Parte de lo que se apartó ya está eliminada. Si reanuda la operación, desaparece también el resto.</translation>
    </message>
</context>
<context>
    <name>howdah::Failover</name>
    <message>
        <source>%1 becomes the primary, on a new timeline; there is no way back from that.</source>
        <translation>%1 pasa a ser el primario, en un timeline nuevo; eso no tiene vuelta atrás.</translation>
    </message>
    <message>
        <source>Commits that %1 has not received are not on it.</source>
        <translation>Los commits que %1 no ha recibido no están en él.</translation>
    </message>
    <message>
        <source>%1 is stopped; its sessions are ended.</source>
        <translation>%1 se detiene; sus sesiones terminan.</translation>
    </message>
    <message>
        <source>%1 will not start as a primary any more: standby.signal is put into its data directory.</source>
        <translation>%1 ya no arrancará como primario: se pone standby.signal en su directorio de datos.</translation>
    </message>
    <message>
        <source>The old primary must stay off: Howdah cannot bar it from its host.</source>
        <translation>El antiguo primario debe seguir apagado: Howdah no puede impedir desde su host que arranque.</translation>
    </message>
    <message>
        <source>Left behind: %1.</source>
        <translation>Quedan atrás: %1.</translation>
    </message>
    <message>
        <source>Point applications at %1, unless they find the primary by themselves.</source>
        <translation>Dirija las aplicaciones a %1, salvo que encuentren el primario por sí mismas.</translation>
    </message>
    <message>
        <source>Keep the data directory of %1: it may hold commits that %2 never received.</source>
        <translation>Conserve el directorio de datos de %1: puede contener commits que %2 nunca recibió.</translation>
    </message>
    <message>
        <source>No standby of this cluster answers, so none can be promoted.</source>
        <translation>Ningún standby de este clúster responde, así que no se puede promover ninguno.</translation>
    </message>
    <message>
        <source>Fail over</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>Promotes a standby when the primary is gone, or must be stopped.</source>
        <translation>Promueve un standby cuando el primario ha caído o se debe detener.</translation>
    </message>
    <message>
        <source>New primary</source>
        <translation>Nuevo primario</translation>
    </message>
    <message>
        <source>The standby to promote; suggested is the one that has received most.</source>
        <translation>El standby que se promueve; se sugiere el que más ha recibido.</translation>
    </message>
    <message>
        <source>The old primary</source>
        <translation>El antiguo primario</translation>
    </message>
    <message>
        <source>How it is made sure that the old primary takes no more writes.</source>
        <translation>Cómo se asegura que el antiguo primario no admita más escrituras.</translation>
    </message>
    <message>
        <source>Howdah stops it on its host</source>
        <translation>Howdah lo detiene en su host</translation>
    </message>
    <message>
        <source>I state that it is off and stays off</source>
        <translation>Declaro que está apagado y que seguirá apagado</translation>
    </message>
    <message>
        <source>%1 can become the primary.</source>
        <translation>%1 puede pasar a ser el primario.</translation>
    </message>
    <message>
        <source>Several nodes answer as primary: %1.</source>
        <translation>Varios nodos responden como primario: %1.</translation>
    </message>
    <message>
        <source>Find out which of them is right and stop the others first.</source>
        <translation>Averigüe cuál de ellos es el correcto y detenga antes los demás.</translation>
    </message>
    <message>
        <source>No node answers as primary.</source>
        <translation>Ningún nodo responde como primario.</translation>
    </message>
    <message>
        <source>%1 answers as primary.</source>
        <translation>%1 responde como primario.</translation>
    </message>
    <message>
        <source>Which node was the primary is not known; you state that it is off.</source>
        <translation>No se sabe qué nodo era el primario; usted declara que está apagado.</translation>
    </message>
    <message>
        <source>Make sure that no other primary of this system runs anywhere.</source>
        <translation>Asegúrese de que ningún otro primario de este sistema esté en marcha en ninguna parte.</translation>
    </message>
    <message>
        <source>Which node was the primary is not known, so it cannot be stopped.</source>
        <translation>No se sabe qué nodo era el primario, así que no se puede detener.</translation>
    </message>
    <message>
        <source>Add it to the cluster, or make sure that it is off and say so with fence = stated.</source>
        <translation>Añádalo al clúster, o asegúrese de que está apagado e indíquelo con fence = stated.</translation>
    </message>
    <message>
        <source>%1 does not answer, and Howdah cannot look at its host.</source>
        <translation>%1 no responde, y Howdah no puede mirar en su host.</translation>
    </message>
    <message>
        <source>Make sure that it is off, and say so with fence = stated.</source>
        <translation>Asegúrese de que está apagado e indíquelo con fence = stated.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 no responde: %2</translation>
    </message>
    <message>
        <source>%1 still answers. %2</source>
        <translation>%1 todavía responde. %2</translation>
    </message>
    <message>
        <source>%1 does not answer, but its server still runs.</source>
        <translation>%1 no responde, pero su servidor sigue en marcha.</translation>
    </message>
    <message>
        <source>Stop it, or let Howdah stop it with fence = stop.</source>
        <translation>Deténgalo, o deje que Howdah lo detenga con fence = stop.</translation>
    </message>
    <message>
        <source>%1 still answers, and Howdah cannot stop it: it has no access to its host.</source>
        <translation>%1 todavía responde, y Howdah no puede detenerlo: no tiene acceso a su host.</translation>
    </message>
    <message>
        <source>Stop it there, then check again.</source>
        <translation>Deténgalo allí y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>%1 still runs and will be stopped. %2</source>
        <translation>%1 sigue en marcha y se detendrá. %2</translation>
    </message>
    <message>
        <source>If it is healthy, hand its role over in a planned way instead: nothing is lost then.</source>
        <translation>Si está sano, mejor entregue su rol de forma planificada: así no se pierde nada.</translation>
    </message>
    <message>
        <source>%1 does not answer as a standby.</source>
        <translation>%1 no responde como standby.</translation>
    </message>
    <message>
        <source>Choose a standby that answers.</source>
        <translation>Elija un standby que responda.</translation>
    </message>
    <message>
        <source>Howdah&apos;s role may not promote %1.</source>
        <translation>El rol de Howdah no puede promover %1.</translation>
    </message>
    <message>
        <source>Connect as a superuser, or grant EXECUTE on pg_promote().</source>
        <translation>Conéctese como superusuario o conceda EXECUTE sobre pg_promote().</translation>
    </message>
    <message>
        <source>%1 answers as a standby and may be promoted.</source>
        <translation>%1 responde como standby y se puede promover.</translation>
    </message>
    <message>
        <source>How much WAL %1 has received is not known.</source>
        <translation>No se sabe cuánto WAL ha recibido %1.</translation>
    </message>
    <message>
        <source>Choose another standby.</source>
        <translation>Elija otro standby.</translation>
    </message>
    <message>
        <source>%1 is on timeline %2, %3 on timeline %4.</source>
        <translation>%1 está en el timeline %2, %3 en el timeline %4.</translation>
    </message>
    <message>
        <source>Choose %1.</source>
        <translation>Elija %1.</translation>
    </message>
    <message>
        <source>%1 has received %2 more than %3; that would be lost, and %1 could not follow.</source>
        <translation>%1 ha recibido %2 más que %3; eso se perdería, y %1 no podría seguirlo.</translation>
    </message>
    <message>
        <source>%1 has received up to %2; no other standby has more.</source>
        <translation>%1 ha recibido hasta %2; ningún otro standby tiene más.</translation>
    </message>
    <message>
        <source>%1 applies changes %2 late; it will apply all it has at once when it is promoted.</source>
        <translation>%1 aplica los cambios con %2 de demora; al promoverlo aplicará de una vez todo lo que tiene.</translation>
    </message>
    <message>
        <source>If the delay was there to undo a mistake, look at that first; else another standby is quicker.</source>
        <translation>Si la demora servía para deshacer un error, mire eso antes; si no, otro standby es más rápido.</translation>
    </message>
    <message>
        <source>%1 replays without a delay.</source>
        <translation>%1 reproduce sin demora.</translation>
    </message>
    <message>
        <source>If the old primary&apos;s disk is intact, its WAL still holds what the new one never saw; keep it.</source>
        <translation>Si el disco del antiguo primario está intacto, su WAL conserva lo que el nuevo nunca vio; guárdelo.</translation>
    </message>
    <message>
        <source>Not known: how far the old primary had come was never seen.</source>
        <translation>Se desconoce: nunca se vio hasta dónde había llegado el antiguo primario.</translation>
    </message>
    <message>
        <source>%1 has received all that the primary has written.</source>
        <translation>%1 ha recibido todo lo que ha escrito el primario.</translation>
    </message>
    <message>
        <source>%1 is %2 behind the primary.</source>
        <translation>%1 lleva %2 de retraso respecto al primario.</translation>
    </message>
    <message>
        <source>At least %1: the old primary was last seen %2 ago.</source>
        <translation>Al menos %1: el antiguo primario se vio por última vez hace %2.</translation>
    </message>
    <message>
        <source>There is no other standby that will follow.</source>
        <translation>No hay ningún otro standby que vaya a seguirlo.</translation>
    </message>
    <message>
        <source>These will follow %1: %2.</source>
        <translation>Seguirán a %1: %2.</translation>
    </message>
    <message>
        <source>These will not: %1.</source>
        <translation>No lo seguirán: %1.</translation>
    </message>
    <message>
        <source>Mend that first if there is time; else let them follow later.</source>
        <translation>Corrija eso antes si hay tiempo; si no, haga que lo sigan más tarde.</translation>
    </message>
    <message>
        <source>%1 free on %2, %3 needed.</source>
        <translation>%1 libres en %2, se necesitan %3.</translation>
    </message>
    <message>
        <source>Drop slots that nobody needs on it, or choose another standby.</source>
        <translation>Elimine en él los slots que nadie necesite, o elija otro standby.</translation>
    </message>
    <message>
        <source>%1 waits for no synchronous standby.</source>
        <translation>%1 no espera a ningún standby síncrono.</translation>
    </message>
    <message>
        <source>%1 would wait for %2 of &quot;%3&quot;; %4 will be there.</source>
        <translation>%1 esperaría a %2 de &quot;%3&quot;; habrá %4.</translation>
    </message>
    <message>
        <source>Commits would hang. On %1 first: ALTER SYSTEM SET synchronous_standby_names = &apos;&apos;; then reload it.</source>
        <translation>Los commits quedarían bloqueados. Antes, en %1: ALTER SYSTEM SET synchronous_standby_names = &apos;&apos;; y después recargue su configuración.</translation>
    </message>
    <message>
        <source>There is at most one primary</source>
        <translation>Hay como máximo un primario</translation>
    </message>
    <message>
        <source>Two primaries of one system take different writes, and one of them loses its own.</source>
        <translation>Dos primarios de un mismo sistema admiten escrituras distintas, y uno de ellos pierde las suyas.</translation>
    </message>
    <message>
        <source>The old primary is gone, or will be stopped</source>
        <translation>El antiguo primario ha caído o se detendrá</translation>
    </message>
    <message>
        <source>A primary that lives on would go on taking writes that the new one never sees.</source>
        <translation>Un primario que siga vivo continuaría admitiendo escrituras que el nuevo nunca ve.</translation>
    </message>
    <message>
        <source>The candidate can be promoted</source>
        <translation>El candidato se puede promover</translation>
    </message>
    <message>
        <source>It must be a standby, and the role must have the right.</source>
        <translation>Debe ser un standby, y el rol debe tener el permiso.</translation>
    </message>
    <message>
        <source>The candidate has received most</source>
        <translation>El candidato es el que más ha recibido</translation>
    </message>
    <message>
        <source>What it has not received is lost; a standby with more cannot follow it.</source>
        <translation>Lo que no ha recibido se pierde; un standby con más no puede seguirlo.</translation>
    </message>
    <message>
        <source>The candidate replays</source>
        <translation>El candidato reproduce</translation>
    </message>
    <message>
        <source>It must apply all that it has received before it takes writes.</source>
        <translation>Debe aplicar todo lo que ha recibido antes de admitir escrituras.</translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation>Lo que se perdería</translation>
    </message>
    <message>
        <source>Commits that never reached the candidate are not on the new primary.</source>
        <translation>Los commits que nunca llegaron al candidato no están en el nuevo primario.</translation>
    </message>
    <message>
        <source>The other standbys can follow</source>
        <translation>Los demás standbys pueden seguirlo</translation>
    </message>
    <message>
        <source>A standby that is left behind protects nothing.</source>
        <translation>Un standby que se queda atrás no protege nada.</translation>
    </message>
    <message>
        <source>Replication slots for the others</source>
        <translation>Slots de replicación para los demás</translation>
    </message>
    <message>
        <source>Each standby gets a slot on the new primary before it is promoted.</source>
        <translation>Cada standby recibe un slot en el nuevo primario antes de que se promueva.</translation>
    </message>
    <message>
        <source>Commits will not hang</source>
        <translation>Los commits no quedarán bloqueados</translation>
    </message>
    <message>
        <source>A primary waits for its synchronous standbys for ever.</source>
        <translation>Un primario espera indefinidamente a sus standbys síncronos.</translation>
    </message>
    <message>
        <source>It answers as a standby.</source>
        <translation>Responde como standby.</translation>
    </message>
    <message>
        <source>It answers as primary.</source>
        <translation>Responde como primario.</translation>
    </message>
    <message>
        <source>Stop the old primary %1</source>
        <translation>Detener el antiguo primario %1</translation>
    </message>
    <message>
        <source>See that the old primary is off</source>
        <translation>Ver que el antiguo primario está apagado</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 no responde</translation>
    </message>
    <message>
        <source>%1 still answers as a standby</source>
        <translation>%1 todavía responde como standby</translation>
    </message>
    <message>
        <source>Bar %1 from coming back as a primary</source>
        <translation>Impedir que %1 vuelva como primario</translation>
    </message>
    <message>
        <source>Write standby.signal into %1</source>
        <translation>Escribir standby.signal en %1</translation>
    </message>
    <message>
        <source>standby.signal is in %1</source>
        <translation>standby.signal está en %1</translation>
    </message>
    <message>
        <source>Make replication slots on %1 for the standbys that will follow it</source>
        <translation>Crear slots de replicación en %1 para los standbys que lo seguirán</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>Promover %1</translation>
    </message>
    <message>
        <source>Ask %1 to end its recovery</source>
        <translation>Pedir a %1 que termine su recuperación</translation>
    </message>
    <message>
        <source>%1 is a primary</source>
        <translation>%1 es un primario</translation>
    </message>
    <message>
        <source>Let the other standbys follow %1</source>
        <translation>Hacer que los demás standbys sigan a %1</translation>
    </message>
    <message>
        <source>Put the new timeline of %1 on disk</source>
        <translation>Llevar al disco el nuevo timeline de %1</translation>
    </message>
    <message>
        <source>Run a checkpoint</source>
        <translation>Ejecutar un checkpoint</translation>
    </message>
    <message>
        <source>Ask for the new timeline</source>
        <translation>Preguntar por el nuevo timeline</translation>
    </message>
    <message>
        <source>Note the new primary</source>
        <translation>Anotar el nuevo primario</translation>
    </message>
    <message>
        <source>Make sure that %1 has not been started since</source>
        <translation>Asegurarse de que %1 no se ha arrancado desde entonces</translation>
    </message>
    <message>
        <source>Make sure that %1 has not come back</source>
        <translation>Asegurarse de que %1 no ha vuelto</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Each standby has a slot of its own there</source>
        <translation>Cada standby tiene allí un slot propio</translation>
    </message>
    <message>
        <source>A slot that is in use, or logical, or wanted twice would leave a standby behind.</source>
        <translation>Un slot que está en uso, es lógico o lo quieren dos dejaría atrás un standby.</translation>
    </message>
    <message>
        <source>The old primary is off, and %1 was asked to become the primary. Start %1 if it does not run, and resume. If %1 is gone for good, see that it stays off and fail over to another standby.</source>
        <translation>El antiguo primario está apagado, y se pidió a %1 que pasara a ser el primario. Arranque %1 si no está en marcha, y reanude. Si %1 se ha perdido definitivamente, asegúrese de que siga apagado y haga un failover a otro standby.</translation>
    </message>
    <message>
        <source>%1 is the primary and takes writes; not every standby follows it yet. Mend or start the one that does not, and resume.</source>
        <translation>%1 es el primario y admite escrituras; todavía no lo siguen todos los standbys. Corrija o arranque el que no lo sigue, y reanude.</translation>
    </message>
    <message>
        <source>%1 has received up to %2; the primary is still sending.</source>
        <translation>%1 ha recibido hasta %2; el primario sigue enviando.</translation>
    </message>
</context>
<context>
    <name>howdah::Faults</name>
    <message>
        <source>%1 is a primary; this is done to a standby.</source>
        <translation>%1 es un primario; esto se hace a un standby.</translation>
    </message>
    <message>
        <source>Choose one of the standbys.</source>
        <translation>Elija uno de los standbys.</translation>
    </message>
    <message>
        <source>%1 is not running.</source>
        <translation>%1 no está en marcha.</translation>
    </message>
    <message>
        <source>%1 was killed, but its end was not seen in time.</source>
        <translation>Se mató %1, pero su fin no se vio a tiempo.</translation>
    </message>
    <message>
        <source>%1 was killed as in a crash: SIGKILL to its postmaster (process %2) and all its children.</source>
        <translation>Se mató %1 como en una caída: SIGKILL a su postmaster (proceso %2) y a todos sus hijos.</translation>
    </message>
    <message>
        <source>%1 was shut down (fast: its sessions were ended).</source>
        <translation>Se apagó %1 (fast: sus sesiones terminaron).</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 está en marcha.</translation>
    </message>
    <message>
        <source>%1 receives WAL but no longer replays it.</source>
        <translation>%1 recibe WAL pero ya no lo reproduce.</translation>
    </message>
    <message>
        <source>%1 replays WAL again.</source>
        <translation>%1 vuelve a reproducir WAL.</translation>
    </message>
    <message>
        <source>%1 has no WAL receiver to cut off: it does not stream now.</source>
        <translation>%1 no tiene receptor de WAL que aislar: ahora no replica en streaming.</translation>
    </message>
    <message>
        <source>%1 is cut off, as if its packets vanished: its WAL receiver (process %2) is stopped by a signal; the connection stays open and nothing comes through.</source>
        <translation>%1 está aislado, como si sus paquetes se perdieran: su receptor de WAL (proceso %2) está detenido por una señal; la conexión sigue abierta y no pasa nada por ella.</translation>
    </message>
    <message>
        <source>%1 is no longer cut off: its WAL receiver goes on.</source>
        <translation>%1 ya no está aislado: su receptor de WAL continúa.</translation>
    </message>
    <message>
        <source>%1 has no file system of its own: filling would fill this machine&apos;s disk.</source>
        <translation>%1 no tiene un sistema de archivos propio: llenarlo llenaría el disco de esta máquina.</translation>
    </message>
    <message>
        <source>Create a lab with a disk size (as root) for this fault.</source>
        <translation>Para este fallo, cree un laboratorio con un tamaño de disco (como root).</translation>
    </message>
    <message>
        <source>The file system of %1 is full.</source>
        <translation>El sistema de archivos de %1 está lleno.</translation>
    </message>
    <message>
        <source>The file system of %1 has room again.</source>
        <translation>El sistema de archivos de %1 vuelve a tener espacio.</translation>
    </message>
    <message>
        <source>Kill the server, as in a crash</source>
        <translation>Matar el servidor, como en una caída</translation>
    </message>
    <message>
        <source>Shut the server down</source>
        <translation>Apagar el servidor</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Arrancar el servidor</translation>
    </message>
    <message>
        <source>Pause replay on the standby</source>
        <translation>Pausar la reproducción en el standby</translation>
    </message>
    <message>
        <source>Resume replay on the standby</source>
        <translation>Reanudar la reproducción en el standby</translation>
    </message>
    <message>
        <source>Cut the standby off from its upstream</source>
        <translation>Aislar el standby de su upstream</translation>
    </message>
    <message>
        <source>Let the standby reach its upstream again</source>
        <translation>Dejar que el standby alcance de nuevo su upstream</translation>
    </message>
    <message>
        <source>Fill the node&apos;s disk</source>
        <translation>Llenar el disco del nodo</translation>
    </message>
    <message>
        <source>Make room on the node&apos;s disk</source>
        <translation>Liberar espacio en el disco del nodo</translation>
    </message>
    <message>
        <source>The lab &quot;%1&quot; has no node named &quot;%2&quot;.</source>
        <translation>El laboratorio &quot;%1&quot; no tiene ningún nodo llamado &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>There is no fault named &quot;%1&quot;.</source>
        <translation>No hay ningún fallo llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The faults are: %1.</source>
        <translation>Los fallos son: %1.</translation>
    </message>
    <message>
        <source>The container %1 was killed.</source>
        <translation>Se mató el contenedor %1.</translation>
    </message>
    <message>
        <source>The container %1 was stopped.</source>
        <translation>Se detuvo el contenedor %1.</translation>
    </message>
    <message>
        <source>%1 lives in a container, where this fault is not made.</source>
        <translation>%1 está en un contenedor, donde este fallo no se provoca.</translation>
    </message>
    <message>
        <source>The lab has no archive.</source>
        <translation>El laboratorio no tiene archivo de WAL.</translation>
    </message>
    <message>
        <source>Create a lab that archives for this fault.</source>
        <translation>Para este fallo, cree un laboratorio que archive.</translation>
    </message>
    <message>
        <source>Only root can give a directory to somebody else.</source>
        <translation>Solo root puede dar un directorio a otro usuario.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory %1 belongs to %2.</source>
        <translation>El directorio del archivo de WAL, %1, pertenece a %2.</translation>
    </message>
    <message>
        <source>Give the archive&apos;s directory to root</source>
        <translation>Dar a root el directorio del archivo de WAL</translation>
    </message>
    <message>
        <source>Give the archive&apos;s directory back</source>
        <translation>Devolver el directorio del archivo de WAL</translation>
    </message>
</context>
<context>
    <name>howdah::FileActions</name>
    <message>
        <source>%1 is left where it is: it is not, or not any more, what this operation put there.</source>
        <translation>%1 se deja donde está: no es, o ya no es, lo que esta operación puso allí.</translation>
    </message>
    <message>
        <source>The file %1 in it has another content.</source>
        <translation>El archivo %1 que contiene tiene otro contenido.</translation>
    </message>
    <message>
        <source>Look at it, and move or remove it by hand if it is not wanted.</source>
        <translation>Mírelo, y muévalo o elimínelo a mano si no hace falta.</translation>
    </message>
    <message>
        <source>There is nothing at %1 to move.</source>
        <translation>No hay nada en %1 que mover.</translation>
    </message>
    <message>
        <source>%1 is left as it is: somebody has changed it since it was looked at.</source>
        <translation>%1 se deja como está: alguien lo ha cambiado desde que se examinó.</translation>
    </message>
    <message>
        <source>Look at it, and begin again.</source>
        <translation>Mírelo y empiece de nuevo.</translation>
    </message>
</context>
<context>
    <name>howdah::FileErrors</name>
    <message>
        <source>Make room on that file system, or choose another place.</source>
        <translation>Libere espacio en ese sistema de archivos o elija otro lugar.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole path: it must begin with &quot;/&quot;.</source>
        <translation>&quot;%1&quot; no es una ruta completa: debe empezar por &quot;/&quot;.</translation>
    </message>
</context>
<context>
    <name>howdah::FindingRow</name>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Remedio</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>¿Por qué? %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>howdah::Findings</name>
    <message>
        <source>While a node does not answer, nothing is known of it, and a switchover cannot count on it.</source>
        <translation>Mientras un nodo no responde, nada se sabe de él, y un switchover no puede contar con él.</translation>
    </message>
    <message>
        <source>Nodes of one cluster share one system identifier. What this server holds is other data.</source>
        <translation>Los nodos de un clúster comparten un identificador de sistema. Lo que contiene este servidor son otros datos.</translation>
    </message>
    <message>
        <source>Both accept writes, so their data drift apart; later one side&apos;s transactions must be given up.</source>
        <translation>Ambos admiten escrituras, así que sus datos divergen; más tarde habrá que renunciar a las transacciones de uno de los dos.</translation>
    </message>
    <message>
        <source>Nobody can write until one of the nodes is primary again.</source>
        <translation>Nadie puede escribir hasta que uno de los nodos vuelva a ser primario.</translation>
    </message>
    <message>
        <source>It falls behind with every write, and what it lacks is lost if it must take over.</source>
        <translation>Se retrasa con cada escritura, y lo que le falta se pierde si tiene que tomar el relevo.</translation>
    </message>
    <message>
        <source>A standby can only go on from where it stopped; WAL that was removed will not come back.</source>
        <translation>Un standby solo puede continuar desde donde se detuvo; el WAL eliminado no volverá.</translation>
    </message>
    <message>
        <source>A standby that is set to use a slot does not stream without it.</source>
        <translation>Un standby configurado para usar un slot no replica sin él.</translation>
    </message>
    <message>
        <source>The WAL that the slot was to keep is gone: whoever reads from it cannot go on.</source>
        <translation>El WAL que el slot debía conservar ya no existe: quien lee de él no puede continuar.</translation>
    </message>
    <message>
        <source>The WAL that the slot keeps is over its limit and goes at the next checkpoint.</source>
        <translation>El WAL que el slot conserva supera su límite y desaparece en el próximo checkpoint.</translation>
    </message>
    <message>
        <source>Every commit waits until enough synchronous standbys confirm it.</source>
        <translation>Cada commit espera hasta que lo confirmen suficientes standbys síncronos.</translation>
    </message>
    <message>
        <source>A standby on another branch of history cannot follow until it changes over or is rewound.</source>
        <translation>Un standby en otra rama de la historia no puede seguir hasta que cambie de rama o se le haga un rewind.</translation>
    </message>
    <message>
        <source>WAL that cannot be archived stays and fills the disk, and the recovery window has a hole.</source>
        <translation>El WAL que no se puede archivar se queda y llena el disco, y la ventana de recuperación tiene un hueco.</translation>
    </message>
    <message>
        <source>When none is left, applications are refused.</source>
        <translation>Cuando no queda ninguna, se rechazan las aplicaciones.</translation>
    </message>
    <message>
        <source>Each standby, backup and WAL archive stream needs one; without a free one they are refused.</source>
        <translation>Cada standby, copia de seguridad y flujo de archivado de WAL necesita uno; sin uno libre se rechazan.</translation>
    </message>
    <message>
        <source>The standby receives WAL but does not apply it: readers see old data, and taking over takes longer.</source>
        <translation>El standby recibe WAL pero no lo aplica: quienes leen ven datos antiguos, y tomar el relevo lleva más tiempo.</translation>
    </message>
    <message>
        <source>Readers see old data, and taking over takes longer or loses what has not arrived.</source>
        <translation>Quienes leen ven datos antiguos, y tomar el relevo lleva más tiempo o pierde lo que no ha llegado.</translation>
    </message>
    <message>
        <source>A slot that nobody reads keeps all WAL since then, until the disk is full or the slot is lost.</source>
        <translation>Un slot que nadie lee conserva todo el WAL desde entonces, hasta que el disco se llena o el slot se pierde.</translation>
    </message>
    <message>
        <source>Lag and states stay unknown where the role may not look.</source>
        <translation>El retraso y los estados siguen sin conocerse donde el rol no puede mirar.</translation>
    </message>
    <message>
        <source>Lag can be told exactly only by the server that sends the WAL.</source>
        <translation>El retraso solo lo puede dar con exactitud el servidor que envía el WAL.</translation>
    </message>
    <message>
        <source>It belongs to the cluster, yet its health is not seen.</source>
        <translation>Pertenece al clúster, pero no se ve su estado.</translation>
    </message>
    <message>
        <source>Standbys are best updated first and the primary soon after.</source>
        <translation>Lo mejor es actualizar antes los standbys y poco después el primario.</translation>
    </message>
    <message>
        <source>A setting was changed that takes effect only when the server starts.</source>
        <translation>Se cambió un parámetro que solo surte efecto cuando arranca el servidor.</translation>
    </message>
    <message>
        <source>It lags on purpose; before it could take over it has to apply what it holds back.</source>
        <translation>Se retrasa a propósito; antes de tomar el relevo tendría que aplicar lo que retiene.</translation>
    </message>
    <message>
        <source>Check user, password and pg_hba.conf on %1.</source>
        <translation>Compruebe usuario, contraseña y pg_hba.conf en %1.</translation>
    </message>
    <message>
        <source>Wait until it has recovered; if it does not, read its log. A standby opens for queries only with hot_standby = on.</source>
        <translation>Espere a que se haya recuperado; si no lo hace, lea su log. Un standby admite consultas solo con hot_standby = on.</translation>
    </message>
    <message>
        <source>Look whether the server runs and whether host and port are right; if it is the primary and stays away, fail over.</source>
        <translation>Mire si el servidor está en marcha y si el host y el puerto son correctos; si es el primario y no vuelve, haga un failover.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 no responde: %2</translation>
    </message>
    <message>
        <source>%1 is a server of another cluster: its system identifier is %2, the cluster&apos;s %3.</source>
        <translation>%1 es un servidor de otro clúster: su identificador de sistema es %2, el del clúster es %3.</translation>
    </message>
    <message>
        <source>Correct the node&apos;s host and port, or remove it from this cluster.</source>
        <translation>Corrija el host y el puerto del nodo, o quítelo de este clúster.</translation>
    </message>
    <message>
        <source>%1 on timeline %2</source>
        <translation>%1 en el timeline %2</translation>
    </message>
    <message>
        <source>%1 are primaries at the same time (%2).</source>
        <translation>%1 son primarios al mismo tiempo (%2).</translation>
    </message>
    <message>
        <source>Decide which one is right, keep applications away from the other and stop it; then let it rejoin as a standby.</source>
        <translation>Decida cuál es el correcto, aparte las aplicaciones del otro y deténgalo; después reincorpórelo como standby.</translation>
    </message>
    <message>
        <source>No node is primary: %1 was, and does not answer as one any more.</source>
        <translation>Ningún nodo es primario: %1 lo era, y ya no responde como tal.</translation>
    </message>
    <message>
        <source>No node that answers is a primary.</source>
        <translation>Ningún nodo que responda es primario.</translation>
    </message>
    <message>
        <source>Bring the old primary back, or promote the standby that has received the most.</source>
        <translation>Recupere el antiguo primario, o promueva el standby que más ha recibido.</translation>
    </message>
    <message>
        <source>%1 streams from %2, which is not watched.</source>
        <translation>%1 replica desde %2, que no está bajo vigilancia.</translation>
    </message>
    <message>
        <source>Add that server to the cluster.</source>
        <translation>Añada ese servidor al clúster.</translation>
    </message>
    <message>
        <source>this machine (Unix socket)</source>
        <translation>esta máquina (socket Unix)</translation>
    </message>
    <message>
        <source>“%1” at %2 streams from %3 and is not watched.</source>
        <translation>“%1”, en %2, replica desde %3 y no está bajo vigilancia.</translation>
    </message>
    <message>
        <source>Discover the cluster again, or add that server to it.</source>
        <translation>Descubra de nuevo el clúster, o añádale ese servidor.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The nodes run different PostgreSQL releases (%1).</source>
        <translation>Los nodos ejecutan versiones distintas de PostgreSQL (%1).</translation>
    </message>
    <message>
        <source>Bring all nodes to the newest of them.</source>
        <translation>Lleve todos los nodos a la más reciente de ellas.</translation>
    </message>
    <message>
        <source>the role that Howdah uses</source>
        <translation>el rol que usa Howdah</translation>
    </message>
    <message>
        <source>%1 does not let %2 see everything: it is no member of pg_monitor.</source>
        <translation>%1 no deja que %2 lo vea todo: no es miembro de pg_monitor.</translation>
    </message>
    <message>
        <source>As a superuser on the primary: GRANT pg_monitor TO %1;</source>
        <translation>Como superusuario en el primario: GRANT pg_monitor TO %1;</translation>
    </message>
    <message>
        <source>its upstream</source>
        <translation>su upstream</translation>
    </message>
    <message>
        <source>%1 is not streaming from %2.</source>
        <translation>%1 no replica desde %2.</translation>
    </message>
    <message>
        <source>Look at %1&apos;s log for the reason: the upstream is down, primary_conninfo or pg_hba.conf is wrong, or the WAL that it needs is gone.</source>
        <translation>Busque el motivo en el log de %1: el upstream está caído, primary_conninfo o pg_hba.conf es incorrecto, o ya no existe el WAL que necesita.</translation>
    </message>
    <message>
        <source>Replay is paused on %1.</source>
        <translation>La reproducción está en pausa en %1.</translation>
    </message>
    <message>
        <source>Replay is paused on %1; %2 of received WAL wait.</source>
        <translation>La reproducción está en pausa en %1; esperan %2 de WAL recibido.</translation>
    </message>
    <message>
        <source>Resume replay when the pause has served its purpose.</source>
        <translation>Reanude la reproducción cuando la pausa haya cumplido su fin.</translation>
    </message>
    <message>
        <source>%1 is behind by %2.</source>
        <translation>%1 lleva %2 de retraso.</translation>
    </message>
    <message>
        <source>Compare its send, write, flush and replay lag: the first large one is the cause (network, disk, or a long query that holds up replay).</source>
        <translation>Compare sus retrasos de envío, escritura, volcado y reproducción: el primero que sea grande es la causa (red, disco, o una consulta larga que detiene la reproducción).</translation>
    </message>
    <message>
        <source>%1 applies changes %2 late on purpose (recovery_min_apply_delay).</source>
        <translation>%1 aplica los cambios con %2 de demora a propósito (recovery_min_apply_delay).</translation>
    </message>
    <message>
        <source>Nothing to do, if that is what it is for.</source>
        <translation>Nada que hacer, si es para eso.</translation>
    </message>
    <message>
        <source>%1 is on timeline %2, its upstream %3 on timeline %4.</source>
        <translation>%1 está en el timeline %2, su upstream %3 en el timeline %4.</translation>
    </message>
    <message>
        <source>%1 needs WAL from %2 on, but slot “%3” on %4 keeps it only from %5.</source>
        <translation>%1 necesita WAL desde %2, pero el slot “%3” de %4 lo conserva solo desde %5.</translation>
    </message>
    <message>
        <source>Fetch the missing WAL from an archive (restore_command), or clone %1 again.</source>
        <translation>Obtenga el WAL que falta de un archivo (restore_command), o clone %1 de nuevo.</translation>
    </message>
    <message>
        <source>%1 is set to use slot “%2”, which does not exist on %3.</source>
        <translation>%1 está configurado para usar el slot “%2”, que no existe en %3.</translation>
    </message>
    <message>
        <source>On %1: SELECT pg_create_physical_replication_slot(&apos;%2&apos;); if the WAL is gone by then, clone %3 again.</source>
        <translation>En %1: SELECT pg_create_physical_replication_slot(&apos;%2&apos;); si para entonces el WAL ya no existe, clone %3 de nuevo.</translation>
    </message>
    <message>
        <source>Commits on %1 hang: synchronous_standby_names (%2) wants %3 standbys to confirm, and %4 are there.</source>
        <translation>Los commits en %1 están bloqueados: synchronous_standby_names (%2) requiere que confirmen %3 standbys, y hay %4.</translation>
    </message>
    <message>
        <source>Bring the synchronous standbys back, or take them out of synchronous_standby_names on %1 and reload it.</source>
        <translation>Recupere los standbys síncronos, o quítelos de synchronous_standby_names en %1 y recargue su configuración.</translation>
    </message>
    <message>
        <source>SELECT pg_drop_replication_slot(&apos;%1&apos;); on %2</source>
        <translation>SELECT pg_drop_replication_slot(&apos;%1&apos;); en %2</translation>
    </message>
    <message>
        <source>Nobody reads from slot “%1” on %2, and it keeps %3 of WAL.</source>
        <translation>Nadie lee del slot “%1” de %2, y conserva %3 de WAL.</translation>
    </message>
    <message>
        <source>Start what reads from it again; if it is not coming back: %1.</source>
        <translation>Arranque de nuevo lo que lee de él; si no va a volver: %1.</translation>
    </message>
    <message>
        <source>Slot “%1” on %2 is lost: WAL that it was to keep has been removed.</source>
        <translation>El slot “%1” de %2 se ha perdido: se eliminó WAL que debía conservar.</translation>
    </message>
    <message>
        <source>%1, then clone the standby (or set up the subscription) again.</source>
        <translation>%1, y después clone el standby (o configure la suscripción) de nuevo.</translation>
    </message>
    <message>
        <source>Slot “%1” on %2 is about to be lost: it keeps more WAL than max_slot_wal_keep_size allows.</source>
        <translation>El slot “%1” de %2 está a punto de perderse: conserva más WAL del que permite max_slot_wal_keep_size.</translation>
    </message>
    <message>
        <source>Let its reader catch up now, or raise max_slot_wal_keep_size on %1 and reload it.</source>
        <translation>Haga que su lector se ponga al día ya, o aumente max_slot_wal_keep_size en %1 y recargue su configuración.</translation>
    </message>
    <message>
        <source>%1 cannot archive WAL: %2 failed at %3 (%4 failures so far).</source>
        <translation>%1 no puede archivar WAL: %2 falló en %3 (%4 fallos hasta ahora).</translation>
    </message>
    <message>
        <source>%1 has changed settings that wait for a restart.</source>
        <translation>%1 tiene parámetros cambiados que esperan un reinicio.</translation>
    </message>
    <message>
        <source>Restart %1 when it suits.</source>
        <translation>Reinicie %1 cuando convenga.</translation>
    </message>
    <message>
        <source>%1 of %2 walsenders on %3 are in use.</source>
        <translation>%1 de %2 walsenders de %3 están en uso.</translation>
    </message>
    <message>
        <source>Raise max_wal_senders on %1 and restart it.</source>
        <translation>Aumente max_wal_senders en %1 y reinícielo.</translation>
    </message>
    <message>
        <source>%1 of %2 connections that ordinary users can have on %3 are in use.</source>
        <translation>%1 de %2 conexiones disponibles para usuarios normales en %3 están en uso.</translation>
    </message>
    <message>
        <source>Close idle sessions, put a pooler in front, or raise max_connections on %1 and restart it (on standbys first).</source>
        <translation>Cierre sesiones inactivas, ponga un pooler delante, o aumente max_connections en %1 y reinícielo (antes en los standbys).</translation>
    </message>
    <message>
        <source>%1 is the primary now: when the host of %2 is well again, let %2 rejoin as a standby.</source>
        <translation>%1 es ahora el primario: cuando el host de %2 vuelva a estar bien, reincorpore %2 como standby.</translation>
    </message>
    <message>
        <source>Look whether the server runs and whether host and port are right, and start it; if it is an old primary, or cannot follow any more, let it rejoin.</source>
        <translation>Mire si el servidor está en marcha y si el host y el puerto son correctos, y arránquelo; si es un antiguo primario, o ya no puede seguir, reincorpórelo.</translation>
    </message>
    <message>
        <source>If it does not change over by itself in a few seconds, let it rejoin: that rewinds it or clones it again.</source>
        <translation>Si no cambia de rama por sí mismo en unos segundos, reincorpórelo: eso le hace un rewind o lo clona de nuevo.</translation>
    </message>
    <message>
        <source>Finished WAL is kept for an archiver that never takes it: the disk fills.</source>
        <translation>El WAL terminado se conserva para un archivador que nunca se lo lleva: el disco se llena.</translation>
    </message>
    <message>
        <source>What is not archived is lost with the primary&apos;s disk, and fills it until then.</source>
        <translation>Lo que no está archivado se pierde con el disco del primario, y hasta entonces lo llena.</translation>
    </message>
    <message>
        <source>The page “WAL &amp; archive” (or “howdahctl archive”) says why; most often the archive directory is missing, full, or not writable for the server&apos;s user.</source>
        <translation>La página “WAL &amp; archivado” (o “howdahctl archive”) dice por qué; lo más frecuente es que el directorio de archivado falte, esté lleno o no admita escritura del usuario del servidor.</translation>
    </message>
    <message>
        <source>archive_mode is %1 on %2, but there is no archive_command.</source>
        <translation>archive_mode está en %1 en %2, pero no hay archive_command.</translation>
    </message>
    <message>
        <source>Set archiving up, or switch archive_mode off.</source>
        <translation>Configure el archivado, o ponga archive_mode en off.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) of %1 wait for the archiver and keep %2 of its disk.</source>
        <translation>
            <numerusform>%n segmento de %1 espera al archivador y ocupa %2 de su disco.</numerusform>
            <numerusform>%n segmentos de %1 esperan al archivador y ocupan %2 de su disco.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is too slow, or archive_command is not found or killed, which the server does not count as a failure. The page “WAL &amp; archive” says which.</source>
        <translation>Es demasiado lento, o archive_command no se encuentra o se mata, lo que el servidor no cuenta como fallo. La página “WAL &amp; archivado” dice cuál de las dos cosas.</translation>
    </message>
</context>
<context>
    <name>howdah::Follow</name>
    <message>
        <source>Prepare a slot on %1</source>
        <translation>Preparar un slot en %1</translation>
    </message>
    <message>
        <source>Let %1 follow %2</source>
        <translation>Hacer que %1 siga a %2</translation>
    </message>
    <message>
        <source>Drop the slot that %1 no longer uses</source>
        <translation>Eliminar el slot que %1 ya no usa</translation>
    </message>
    <message>
        <source>the slot &quot;%1&quot; is gone from %2</source>
        <translation>el slot &quot;%1&quot; ya no existe en %2</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>The standby that is to follow another node.</source>
        <translation>El standby que ha de seguir a otro nodo.</translation>
    </message>
    <message>
        <source>New upstream</source>
        <translation>Nuevo upstream</translation>
    </message>
    <message>
        <source>The node that it is to stream from: the primary, or another standby (a cascade).</source>
        <translation>El nodo desde el que ha de replicar: el primario u otro standby (una cascada).</translation>
    </message>
    <message>
        <source>A node cannot follow itself.</source>
        <translation>Un nodo no se puede seguir a sí mismo.</translation>
    </message>
    <message>
        <source>Drop its former slot</source>
        <translation>Eliminar su slot anterior</translation>
    </message>
    <message>
        <source>Left in place it keeps WAL on the former upstream for ever.</source>
        <translation>Si se deja, conserva WAL indefinidamente en el upstream anterior.</translation>
    </message>
    <message>
        <source>%1 receives its WAL from %2; its clients notice nothing.</source>
        <translation>%1 recibe su WAL de %2; sus clientes no notan nada.</translation>
    </message>
    <message>
        <source>%1 goes on following %2.</source>
        <translation>%1 continúa siguiendo a %2.</translation>
    </message>
    <message>
        <source>If %1 goes away, %2 receives nothing more either.</source>
        <translation>Si %1 cae, %2 tampoco recibe nada más.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is dropped from %2.</source>
        <translation>El slot &quot;%1&quot; se elimina de %2.</translation>
    </message>
    <message>
        <source>Follow another upstream</source>
        <translation>Seguir a otro upstream</translation>
    </message>
    <message>
        <source>Lets a standby stream from another node: below another standby, or back from the primary. Nothing is restarted.</source>
        <translation>Hace que un standby replique desde otro nodo: por debajo de otro standby, o de nuevo desde el primario. No se reinicia nada.</translation>
    </message>
    <message>
        <source>%1 can follow %2.</source>
        <translation>%1 puede seguir a %2.</translation>
    </message>
    <message>
        <source>There is no standby with another node to follow.</source>
        <translation>No hay ningún standby que tenga otro nodo al que seguir.</translation>
    </message>
    <message>
        <source>%1 follows %2 already.</source>
        <translation>%1 ya sigue a %2.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>%1 streams from nobody now.</source>
        <translation>%1 no replica ahora desde nadie.</translation>
    </message>
    <message>
        <source>%1 streams from %2 now.</source>
        <translation>%1 replica ahora desde %2.</translation>
    </message>
    <message>
        <source>%1 receives its WAL from %2.</source>
        <translation>%1 recibe su WAL de %2.</translation>
    </message>
    <message>
        <source>Let %1 follow another node first.</source>
        <translation>Haga antes que %1 siga a otro nodo.</translation>
    </message>
    <message>
        <source>%1 does not receive its WAL from %2.</source>
        <translation>%1 no recibe su WAL de %2.</translation>
    </message>
    <message>
        <source>The system identifiers are not known.</source>
        <translation>No se conocen los identificadores de sistema.</translation>
    </message>
    <message>
        <source>See that both nodes answer.</source>
        <translation>Asegúrese de que ambos nodos responden.</translation>
    </message>
    <message>
        <source>Both belong to the system %1.</source>
        <translation>Ambos pertenecen al sistema %1.</translation>
    </message>
    <message>
        <source>%1 belongs to the system %2, %3 to %4.</source>
        <translation>%1 pertenece al sistema %2, %3 al %4.</translation>
    </message>
    <message>
        <source>Choose an upstream of the same cluster.</source>
        <translation>Elija un upstream del mismo clúster.</translation>
    </message>
    <message>
        <source>%1 is not a standby (any more).</source>
        <translation>%1 no es (o ya no es) un standby.</translation>
    </message>
    <message>
        <source>Choose a standby.</source>
        <translation>Elija un standby.</translation>
    </message>
    <message>
        <source>The primary_conninfo of %1 holds a password, which Howdah does not read or copy.</source>
        <translation>El primary_conninfo de %1 contiene una contraseña, que Howdah no lee ni copia.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Mend this first, then check again.</source>
        <translation>Corrija esto primero y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>%1 was given to %2 at its start.</source>
        <translation>%1 se indicó a %2 en su arranque.</translation>
    </message>
    <message>
        <source>Take it out of the options the server is started with: they win over every file.</source>
        <translation>Quítelo de las opciones con las que se arranca el servidor: prevalecen sobre todos los archivos.</translation>
    </message>
    <message>
        <source>primary_conninfo of %1 can be changed with a reload.</source>
        <translation>primary_conninfo de %1 se puede cambiar recargando la configuración.</translation>
    </message>
    <message>
        <source>Errors in the configuration files of %1: %2.</source>
        <translation>Errores en los archivos de configuración de %1: %2.</translation>
    </message>
    <message>
        <source>Mend these lines; the server would ignore the whole reload.</source>
        <translation>Corrija estas líneas; el servidor ignoraría toda la recarga.</translation>
    </message>
    <message>
        <source>%1 replays.</source>
        <translation>%1 reproduce.</translation>
    </message>
    <message>
        <source>The replay of %1 is paused.</source>
        <translation>La reproducción de %1 está en pausa.</translation>
    </message>
    <message>
        <source>Resume its replay first.</source>
        <translation>Reanude antes su reproducción.</translation>
    </message>
    <message>
        <source>%1 applies changes %2 late.</source>
        <translation>%1 aplica los cambios con %2 de demora.</translation>
    </message>
    <message>
        <source>The change takes that long as well.</source>
        <translation>El cambio de upstream tarda también ese tiempo.</translation>
    </message>
    <message>
        <source>Take its delay away for the time of the change.</source>
        <translation>Quítele la demora mientras dure el cambio.</translation>
    </message>
    <message>
        <source>%1 is on timeline %2, %3 on %4.</source>
        <translation>%1 está en el timeline %2, %3 en el %4.</translation>
    </message>
    <message>
        <source>The timelines are not known.</source>
        <translation>No se conocen los timelines.</translation>
    </message>
    <message>
        <source>%1 has nothing from after the fork at %2.</source>
        <translation>%1 no tiene nada posterior a la bifurcación en %2.</translation>
    </message>
    <message>
        <source>Choose an upstream on the newer timeline.</source>
        <translation>Elija un upstream en el timeline más reciente.</translation>
    </message>
    <message>
        <source>%1 has WAL that %2 never had: rewind it or clone it anew.</source>
        <translation>%1 tiene WAL que %2 nunca tuvo: hágale un rewind o clónelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 has received up to %2, %3 has %4.</source>
        <translation>%1 ha recibido hasta %2, %3 tiene %4.</translation>
    </message>
    <message>
        <source>A standby cannot be ahead of its upstream. Choose one that has received as much, or wait until it has.</source>
        <translation>Un standby no puede ir por delante de su upstream. Elija uno que haya recibido lo mismo o más, o espere hasta que lo haya recibido.</translation>
    </message>
    <message>
        <source>Which WAL %1 keeps is not known.</source>
        <translation>No se sabe qué WAL conserva %1.</translation>
    </message>
    <message>
        <source>Connect as a superuser.</source>
        <translation>Conéctese como superusuario.</translation>
    </message>
    <message>
        <source>%1 needs WAL from segment %2 on; %3 has it from %4 on.</source>
        <translation>%1 necesita WAL desde el segmento %2; %3 lo tiene desde %4.</translation>
    </message>
    <message>
        <source>The slot that %1 would use on %2 has lost its WAL.</source>
        <translation>El slot que %1 usaría en %2 ha perdido su WAL.</translation>
    </message>
    <message>
        <source>Drop that slot first.</source>
        <translation>Elimine antes ese slot.</translation>
    </message>
    <message>
        <source>Choose another upstream, or clone %1 anew.</source>
        <translation>Elija otro upstream, o clone %1 de nuevo.</translation>
    </message>
    <message>
        <source>Free on %1: %2 slots, %3 WAL senders.</source>
        <translation>Libres en %1: slots, %2; WAL senders, %3.</translation>
    </message>
    <message>
        <source>Raise max_replication_slots and max_wal_senders on it and restart it, or drop slots that nobody needs.</source>
        <translation>Aumente en él max_replication_slots y max_wal_senders y reinícielo, o elimine slots que nadie necesite.</translation>
    </message>
    <message>
        <source>Howdah has no access to the host of %1, so the login could not be tried from there.</source>
        <translation>Howdah no tiene acceso al host de %1, así que la conexión no se pudo probar desde allí.</translation>
    </message>
    <message>
        <source>If it fails, %1 goes back to its present upstream.</source>
        <translation>Si falla, %1 vuelve a su upstream actual.</translation>
    </message>
    <message>
        <source>The server that answers there belongs to another system (%1).</source>
        <translation>El servidor que responde allí pertenece a otro sistema (%1).</translation>
    </message>
    <message>
        <source>Mend the host and port of %1 in the cluster&apos;s settings.</source>
        <translation>Corrija el host y el puerto de %1 en la configuración del clúster.</translation>
    </message>
    <message>
        <source>A replication connection from the host of %1 to %2 was opened and closed again.</source>
        <translation>Se abrió y se cerró de nuevo una conexión de replicación desde el host de %1 a %2.</translation>
    </message>
    <message>
        <source>The primary loses no standby of its own.</source>
        <translation>El primario no pierde ningún standby propio.</translation>
    </message>
    <message>
        <source>Commits on %1 wait for: %2.</source>
        <translation>Los commits en %1 esperan a: %2.</translation>
    </message>
    <message>
        <source>Without %1 they would hang: the primary counts its own standbys only. Take it out of synchronous_standby_names first.</source>
        <translation>Sin %1 quedarían bloqueados: el primario cuenta solo sus propios standbys. Quítelo antes de synchronous_standby_names.</translation>
    </message>
    <message>
        <source>There is something to change</source>
        <translation>Hay algo que cambiar</translation>
    </message>
    <message>
        <source>What is so already needs no change.</source>
        <translation>Lo que ya está así no necesita ningún cambio.</translation>
    </message>
    <message>
        <source>No circle</source>
        <translation>Ningún círculo</translation>
    </message>
    <message>
        <source>Standbys that follow each other receive nothing new.</source>
        <translation>Los standbys que se siguen unos a otros no reciben nada nuevo.</translation>
    </message>
    <message>
        <source>Both are of the same cluster</source>
        <translation>Ambos son del mismo clúster</translation>
    </message>
    <message>
        <source>WAL of another system cannot be replayed.</source>
        <translation>El WAL de otro sistema no se puede reproducir.</translation>
    </message>
    <message>
        <source>Its connection settings can be changed</source>
        <translation>Sus parámetros de conexión se pueden cambiar</translation>
    </message>
    <message>
        <source>The upstream is set in primary_conninfo.</source>
        <translation>El upstream se fija en primary_conninfo.</translation>
    </message>
    <message>
        <source>It replays</source>
        <translation>Reproduce</translation>
    </message>
    <message>
        <source>A standby takes up a new upstream when its replay has come to the end of what it has.</source>
        <translation>Un standby adopta un nuevo upstream cuando su reproducción ha llegado al final de lo que tiene.</translation>
    </message>
    <message>
        <source>The timelines fit</source>
        <translation>Los timelines encajan</translation>
    </message>
    <message>
        <source>A standby can follow onto a newer timeline only if it has nothing from after the fork.</source>
        <translation>Un standby puede pasar a un timeline más reciente solo si no tiene nada posterior a la bifurcación.</translation>
    </message>
    <message>
        <source>The upstream is not behind</source>
        <translation>El upstream no va por detrás</translation>
    </message>
    <message>
        <source>A standby that is ahead would wait, or have WAL that its upstream never gets.</source>
        <translation>Un standby que va por delante esperaría, o tendría WAL que su upstream nunca recibirá.</translation>
    </message>
    <message>
        <source>The upstream still has the WAL it needs</source>
        <translation>El upstream tiene todavía el WAL que necesita</translation>
    </message>
    <message>
        <source>What is missing there is found out only after the change.</source>
        <translation>Lo que falte allí no se descubre hasta después del cambio.</translation>
    </message>
    <message>
        <source>Its slot there is free</source>
        <translation>Su slot allí está libre</translation>
    </message>
    <message>
        <source>Each standby needs a slot of its own.</source>
        <translation>Cada standby necesita un slot propio.</translation>
    </message>
    <message>
        <source>There is room for one more standby</source>
        <translation>Hay sitio para un standby más</translation>
    </message>
    <message>
        <source>Slots and WAL senders are limited at the start of a server.</source>
        <translation>Los slots y los WAL senders se limitan al arrancar un servidor.</translation>
    </message>
    <message>
        <source>It may connect there</source>
        <translation>Puede conectarse allí</translation>
    </message>
    <message>
        <source>The login is tried from its host, as its user.</source>
        <translation>La conexión se prueba desde su host, como su usuario.</translation>
    </message>
    <message>
        <source>Commits will not hang</source>
        <translation>Los commits no quedarán bloqueados</translation>
    </message>
    <message>
        <source>A primary waits for its synchronous standbys for ever.</source>
        <translation>Un primario espera indefinidamente a sus standbys síncronos.</translation>
    </message>
    <message>
        <source>No standby is named.</source>
        <translation>No se indica ningún standby.</translation>
    </message>
    <message>
        <source>No upstream is named.</source>
        <translation>No se indica ningún upstream.</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Recoger</translation>
    </message>
</context>
<context>
    <name>howdah::Followers</name>
    <message>
        <source>it could not be asked</source>
        <translation>no se le pudo preguntar</translation>
    </message>
    <message>
        <source>Howdah&apos;s role is no superuser there, so it may not change primary_conninfo</source>
        <translation>el rol de Howdah no es allí superusuario, así que no puede cambiar primary_conninfo</translation>
    </message>
    <message>
        <source>its primary_conninfo holds a password, which Howdah does not read or copy; use a passfile</source>
        <translation>su primary_conninfo contiene una contraseña, que Howdah no lee ni copia; use un passfile</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 no responde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Create the slot &quot;%1&quot; for %2</source>
        <translation>Crear el slot &quot;%1&quot; para %2</translation>
    </message>
    <message>
        <source>Drop the slot &quot;%1&quot;</source>
        <translation>Eliminar el slot &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the slot &quot;%1&quot; is on %2</source>
        <translation>el slot &quot;%1&quot; está en %2</translation>
    </message>
    <message>
        <source>Point %1 at %2</source>
        <translation>Dirigir %1 a %2</translation>
    </message>
    <message>
        <source>Let %1 use the slot &quot;%2&quot;</source>
        <translation>Hacer que %1 use el slot &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Reload the configuration of %1</source>
        <translation>Recargar la configuración de %1</translation>
    </message>
    <message>
        <source>%1 streams from %2</source>
        <translation>%1 replica desde %2</translation>
    </message>
    <message>
        <source>Make sure that %1 has not become the primary meanwhile</source>
        <translation>Asegurarse de que %1 no se ha convertido en primario entretanto</translation>
    </message>
    <message>
        <source>%1 still is a standby</source>
        <translation>%1 sigue siendo un standby</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; that %2 would use there is in use, or none for standbys.</source>
        <translation>El slot &quot;%1&quot; que %2 usaría allí está en uso, o no es para standbys.</translation>
    </message>
    <message>
        <source>Give %1 another primary_slot_name, or end what uses that slot.</source>
        <translation>Dé a %1 otro primary_slot_name, o termine lo que usa ese slot.</translation>
    </message>
    <message>
        <source>%1 and %2 would both use the slot &quot;%3&quot;.</source>
        <translation>%1 y %2 usarían ambos el slot &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>Give one of them another primary_slot_name.</source>
        <translation>Dé a uno de ellos otro primary_slot_name.</translation>
    </message>
    <message>
        <source>Each node has a slot of its own.</source>
        <translation>Cada nodo tiene un slot propio.</translation>
    </message>
    <message>
        <source>Wait until nobody uses the slot &quot;%1&quot; on %2</source>
        <translation>Esperar hasta que nadie use el slot &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>nobody uses the slot &quot;%1&quot; on %2</source>
        <translation>nadie usa el slot &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>Point all of them at %1 at the same time</source>
        <translation>Dirigirlos todos a %1 al mismo tiempo</translation>
    </message>
    <message>
        <source>Create the slots %1 for %2</source>
        <translation>Crear los slots %1 para %2</translation>
    </message>
    <message>
        <source>Drop the slots %1</source>
        <translation>Eliminar los slots %1</translation>
    </message>
</context>
<context>
    <name>howdah::Guard</name>
    <message>
        <source>Nobody could be set to stand by for the case that this console is killed.</source>
        <translation>No se pudo dejar a nadie a la espera para el caso de que se mate esta consola.</translation>
    </message>
    <message>
        <source>See that howdahctl is installed beside this program and can be run.</source>
        <translation>Asegúrese de que howdahctl está instalado junto a este programa y se puede ejecutar.</translation>
    </message>
    <message>
        <source>There is no howdahctl.</source>
        <translation>No hay ningún howdahctl.</translation>
    </message>
</context>
<context>
    <name>howdah::History</name>
    <message>
        <source>The history of lag was damaged; the file was moved aside to %1 and a new one begun. Nothing else depends on it: delete it when you like.</source>
        <translation>El historial de retraso estaba dañado; el archivo se apartó a %1 y se empezó uno nuevo. Nada más depende de él: bórrelo cuando quiera.</translation>
    </message>
    <message>
        <source>%1 stopped answering: %2</source>
        <translation>%1 dejó de responder: %2</translation>
    </message>
    <message>
        <source>%1 answers again.</source>
        <translation>%1 responde de nuevo.</translation>
    </message>
    <message>
        <source>%1 became primary, on timeline %2.</source>
        <translation>%1 pasó a ser primario, en el timeline %2.</translation>
    </message>
    <message>
        <source>%1, a primary before, is a standby now.</source>
        <translation>%1, que antes era primario, es ahora un standby.</translation>
    </message>
    <message>
        <source>Replay was paused on %1.</source>
        <translation>La reproducción se puso en pausa en %1.</translation>
    </message>
    <message>
        <source>Replay was resumed on %1.</source>
        <translation>La reproducción se reanudó en %1.</translation>
    </message>
    <message>
        <source>The history of lag cannot be read or written.</source>
        <translation>El historial de retraso no se puede leer o escribir.</translation>
    </message>
    <message>
        <source>The history of lag was written by a later version of Howdah, so this one records nothing. Use that version, or delete the file.</source>
        <translation>El historial de retraso lo escribió una versión posterior de Howdah, así que esta no registra nada. Use esa versión o borre el archivo.</translation>
    </message>
</context>
<context>
    <name>howdah::HostKey</name>
    <message>
        <source>The configuration of ssh for &quot;%1&quot; names no file where its host key could be put on record.</source>
        <translation>La configuración de ssh para &quot;%1&quot; no indica ningún archivo en el que se pueda registrar su clave de host.</translation>
    </message>
    <message>
        <source>Set UserKnownHostsFile for it, or remove that setting.</source>
        <translation>Fije UserKnownHostsFile para él, o quite ese parámetro.</translation>
    </message>
    <message>
        <source>The host key of &quot;%1&quot; cannot be read</source>
        <translation>La clave de host de &quot;%1&quot; no se puede leer</translation>
    </message>
    <message>
        <source>The host key cannot be put on record in %1</source>
        <translation>La clave de host no se puede registrar en %1</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
</context>
<context>
    <name>howdah::HostKeyQuestion</name>
    <message>
        <source>Is this the machine you mean?</source>
        <translation>¿Es esta la máquina a la que se refiere?</translation>
    </message>
    <message>
        <source>Its host key is not on record. Nothing was sent to it yet. It shows:</source>
        <translation>Su clave de host no está registrada. Aún no se le ha enviado nada. Muestra:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella digital</translation>
    </message>
    <message>
        <source>Compare it with what the machine says of itself: ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub</source>
        <translation>Compárela con lo que la máquina dice de sí misma: ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub</translation>
    </message>
    <message>
        <source>They agree: put the key on record</source>
        <translation>Coinciden: registrar la clave</translation>
    </message>
    <message>
        <source>Adds a line to %1</source>
        <translation>Añade una línea a %1</translation>
    </message>
</context>
<context>
    <name>howdah::HostPace</name>
    <message>
        <source>Commands begin at once</source>
        <translation>Las órdenes empiezan de inmediato</translation>
    </message>
    <message>
        <source>Writes stop while the commands that stop the old primary begin.</source>
        <translation>Las escrituras se detienen mientras empiezan las órdenes que detienen el antiguo primario.</translation>
    </message>
    <message>
        <source>Howdah cannot look at its host.</source>
        <translation>Howdah no puede mirar en su host.</translation>
    </message>
    <message>
        <source>A command on %1 takes %2 ms.</source>
        <translation>Una orden en %1 tarda %2 ms.</translation>
    </message>
    <message>
        <source>Writes stop so much longer, twice over: what the login&apos;s shell does first (~/.bashrc) comes before each command.</source>
        <translation>Las escrituras se detienen ese tiempo de más, dos veces: lo que el shell de la cuenta hace primero (~/.bashrc) va delante de cada orden.</translation>
    </message>
</context>
<context>
    <name>howdah::Hosts</name>
    <message>
        <source>This node has no host: only SQL can reach it.</source>
        <translation>Este nodo no tiene host: solo se le puede alcanzar por SQL.</translation>
    </message>
    <message>
        <source>The host &quot;%1&quot; is of a kind that Howdah does not know.</source>
        <translation>El host &quot;%1&quot; es de un tipo que Howdah no conoce.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; on %2 was ended by signal %3.</source>
        <translation>La señal %3 terminó la orden &quot;%1&quot; en %2.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; on %2 ended with code %3.</source>
        <translation>La orden &quot;%1&quot; en %2 terminó con el código %3.</translation>
    </message>
    <message>
        <source>No port is forwarded from %1.</source>
        <translation>No se reenvía ningún puerto desde %1.</translation>
    </message>
    <message>
        <source>Give the node the host &quot;local&quot; if its server runs on this machine, &quot;ssh:NAME&quot; or &quot;container:NAME&quot;.</source>
        <translation>Dé al nodo el host &quot;local&quot; si su servidor se ejecuta en esta máquina, &quot;ssh:NAME&quot; o &quot;container:NAME&quot;.</translation>
    </message>
</context>
<context>
    <name>howdah::Journal</name>
    <message>
        <source>The journal holds no operation %1.</source>
        <translation>El diario no contiene ninguna operación %1.</translation>
    </message>
    <message>
        <source>The operation %1 is still being run by %2.</source>
        <translation>La operación %1 la está ejecutando todavía %2.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <translation>Espere a que termine, o deténgala allí.</translation>
    </message>
    <message>
        <source>The journal holds no operation &quot;%1&quot;.</source>
        <translation>El diario no contiene ninguna operación &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The list of operations shows those there are.</source>
        <translation>La lista de operaciones muestra las que hay.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read or written.</source>
        <translation>El diario %1 no se puede leer o escribir.</translation>
    </message>
    <message>
        <source>Look at the free space and the rights of its directory.</source>
        <translation>Mire el espacio libre y los permisos de su directorio.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed; without it there is no journal.</source>
        <translation>El controlador SQLite de Qt no está instalado; sin él no hay diario.</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu: install the package libqt6sql6-sqlite.</source>
        <translation>En Debian y Ubuntu: instale el paquete libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The journal %1 is damaged and cannot be moved aside.</source>
        <translation>El diario %1 está dañado y no se puede apartar.</translation>
    </message>
    <message>
        <source>Look at the rights of its directory, or move the file away by hand.</source>
        <translation>Mire los permisos de su directorio, o aparte el archivo a mano.</translation>
    </message>
    <message>
        <source>The journal was damaged. It was moved aside to %1, and a new one was begun: what it says of earlier operations is not shown here.</source>
        <translation>El diario estaba dañado. Se apartó a %1 y se empezó uno nuevo: lo que dice de operaciones anteriores no se muestra aquí.</translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Howdah.</source>
        <translation>El diario %1 lo escribió un Howdah más reciente.</translation>
    </message>
    <message>
        <source>Use that newer version, or set HOWDAH_HOME to another directory.</source>
        <translation>Use esa versión más reciente, o ponga HOWDAH_HOME en otro directorio.</translation>
    </message>
    <message>
        <source>Its console ended in the midst of it.</source>
        <translation>Su consola terminó a mitad de la operación.</translation>
    </message>
</context>
<context>
    <name>howdah::Json</name>
    <message>
        <source>This plan cannot be read: the field &quot;%1&quot; is missing or has a wrong value.</source>
        <translation>Este plan no se puede leer: el campo &quot;%1&quot; falta o tiene un valor incorrecto.</translation>
    </message>
</context>
<context>
    <name>howdah::Judging</name>
    <message>
        <source>Mend this first, then check again.</source>
        <translation>Corrija esto primero y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>This was not looked at.</source>
        <translation>Esto no se examinó.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <translation>Compruebe de nuevo.</translation>
    </message>
    <message>
        <source>The server answers</source>
        <translation>El servidor responde</translation>
    </message>
    <message>
        <source>Everything else is asked of it.</source>
        <translation>Todo lo demás se le pregunta a él.</translation>
    </message>
    <message>
        <source>%1 answers as %2.</source>
        <translation>%1 responde como %2.</translation>
    </message>
    <message>
        <source>%1 has not been asked yet.</source>
        <translation>Aún no se ha preguntado a %1.</translation>
    </message>
    <message>
        <source>Start it, or mend its connection settings.</source>
        <translation>Arránquelo, o corrija sus parámetros de conexión.</translation>
    </message>
    <message>
        <source>A PostgreSQL version that is operated</source>
        <translation>Una versión de PostgreSQL que se puede operar</translation>
    </message>
    <message>
        <source>Howdah changes servers of PostgreSQL 13 and later; older ones it only watches.</source>
        <translation>Howdah cambia servidores de PostgreSQL 13 y posteriores; los más antiguos solo los vigila.</translation>
    </message>
    <message>
        <source>The version of %1 is not known.</source>
        <translation>No se conoce la versión de %1.</translation>
    </message>
    <message>
        <source>See that it answers.</source>
        <translation>Asegúrese de que responde.</translation>
    </message>
    <message>
        <source>%1 runs PostgreSQL %2.</source>
        <translation>%1 ejecuta PostgreSQL %2.</translation>
    </message>
    <message>
        <source>Upgrade it, or do this by hand.</source>
        <translation>Actualícelo, o haga esto a mano.</translation>
    </message>
    <message>
        <source>Howdah can act on its host</source>
        <translation>Howdah puede actuar en su host</translation>
    </message>
    <message>
        <source>Starting and stopping a server is done where it runs, as the owner of its data directory.</source>
        <translation>Un servidor se arranca y se detiene donde se ejecuta, como el propietario de su directorio de datos.</translation>
    </message>
    <message>
        <source>%1 lies in %2, owned by %3.</source>
        <translation>%1 está en %2, propiedad de %3.</translation>
    </message>
</context>
<context>
    <name>howdah::Keeper</name>
    <message>
        <source>%1 is not installed on the host of %2.</source>
        <translation>%1 no está instalado en el host de %2.</translation>
    </message>
    <message>
        <source>Install it there and tell it of this cluster; or take backups with Howdah itself.</source>
        <translation>Instálelo allí e infórmele de este clúster; o tome las copias de seguridad con el propio Howdah.</translation>
    </message>
    <message>
        <source>%1 on the host of %2 cannot be asked: %3</source>
        <translation>No se puede consultar %1 en el host de %2: %3</translation>
    </message>
    <message>
        <source>Mend its configuration: it says so on the command line too.</source>
        <translation>Corrija su configuración: también lo dice en la línea de órdenes.</translation>
    </message>
    <message>
        <source>%1 is there, and answers.</source>
        <translation>%1 está ahí, y responde.</translation>
    </message>
    <message>
        <source>%1 knows no cluster there.</source>
        <translation>%1 no conoce allí ningún clúster.</translation>
    </message>
    <message>
        <source>Make a stanza of this one: pgbackrest --stanza=… stanza-create</source>
        <translation>Cree una stanza para este: pgbackrest --stanza=… stanza-create</translation>
    </message>
    <message>
        <source>Describe this one in /etc/barman.d, and see: barman check …</source>
        <translation>Describa este en /etc/barman.d, y vea: barman check …</translation>
    </message>
    <message>
        <source>%1 knows this cluster (%2) by no name; it knows %3.</source>
        <translation>%1 no conoce este clúster (%2) por ningún nombre; conoce %3.</translation>
    </message>
    <message>
        <source>%1 knows no &quot;%2&quot;; it knows %3.</source>
        <translation>%1 no conoce ningún &quot;%2&quot;; conoce %3.</translation>
    </message>
    <message>
        <source>Tell it of this cluster first.</source>
        <translation>Infórmele antes de este clúster.</translation>
    </message>
    <message>
        <source>It is &quot;%1&quot; there.</source>
        <translation>Allí es &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Of which cluster &quot;%1&quot; is, %2 cannot tell.</source>
        <translation>De qué clúster es &quot;%1&quot;, %2 no puede decirlo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is of another cluster, with the system identifier %2.</source>
        <translation>&quot;%1&quot; es de otro clúster, con el identificador de sistema %2.</translation>
    </message>
    <message>
        <source>On the host of</source>
        <translation>En el host de</translation>
    </message>
    <message>
        <source>The node on whose host pgBackRest or Barman runs.</source>
        <translation>El nodo en cuyo host se ejecuta pgBackRest o Barman.</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Mediante</translation>
    </message>
    <message>
        <source>Which of them keeps the backups.</source>
        <translation>Cuál de ellos guarda las copias de seguridad.</translation>
    </message>
    <message>
        <source>Stanza or server</source>
        <translation>Stanza o servidor</translation>
    </message>
    <message>
        <source>What it calls this cluster.</source>
        <translation>Cómo llama a este clúster.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Its file, where that is not its usual one or the one that archive_command names.</source>
        <translation>Su archivo, si no es el habitual ni el que nombra archive_command.</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Está ahí</translation>
    </message>
    <message>
        <source>It is asked to do what it is set up for.</source>
        <translation>Se le pide que haga aquello para lo que está configurado.</translation>
    </message>
    <message>
        <source>It knows this cluster</source>
        <translation>Conoce este clúster</translation>
    </message>
    <message>
        <source>By the system identifier, which no two clusters share.</source>
        <translation>Por el identificador de sistema, que no comparten dos clústeres.</translation>
    </message>
</context>
<context>
    <name>howdah::KeeperBackup</name>
    <message>
        <source>What Barman copies is set in its configuration (reuse_backup): say “full” here.</source>
        <translation>Lo que copia Barman se fija en su configuración (reuse_backup): indique aquí “full”.</translation>
    </message>
    <message>
        <source>%1 has a backup that it had not before</source>
        <translation>%1 tiene una copia de seguridad que antes no tenía</translation>
    </message>
    <message>
        <source>Have %1 take a backup</source>
        <translation>Hacer que %1 tome una copia de seguridad</translation>
    </message>
    <message>
        <source>Have %1 take a backup of &quot;%2&quot;</source>
        <translation>Hacer que %1 tome una copia de seguridad de &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1 looks after what a backup that was broken off has left, with its next one.</source>
        <translation>%1 se ocupa, con su siguiente copia de seguridad, de lo que haya dejado una interrumpida.</translation>
    </message>
    <message>
        <source>Back up through pgBackRest or Barman</source>
        <translation>Tomar una copia de seguridad mediante pgBackRest o Barman</translation>
    </message>
    <message>
        <source>Has the keeper of backups that is installed take one, as it is set up.</source>
        <translation>Hace que el gestor de copias de seguridad instalado tome una, tal como está configurado.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Of pgBackRest: everything, what has changed since the last full one, or since the last one.</source>
        <translation>De pgBackRest: todo, lo que ha cambiado desde la última completa, o desde la última.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Differential</source>
        <translation>Diferencial</translation>
    </message>
    <message>
        <source>Incremental</source>
        <translation>Incremental</translation>
    </message>
    <message>
        <source>%1 may expire older backups afterwards, as its configuration says.</source>
        <translation>%1 puede retirar después copias de seguridad más antiguas, según indique su configuración.</translation>
    </message>
    <message>
        <source>%1 will take a backup of &quot;%2&quot;.</source>
        <translation>%1 tomará una copia de seguridad de &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>It stands among the others: “howdahctl backups” and the page Backups.</source>
        <translation>Está entre las demás: “howdahctl backups” y la página Copias de seguridad.</translation>
    </message>
</context>
<context>
    <name>howdah::KeeperRestore</name>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Its label there; the newest unless said.</source>
        <translation>Su etiqueta allí; la más reciente si no se indica.</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>A directory that does not exist yet; the data directory will be in it.</source>
        <translation>Un directorio que aún no exista; en él estará el directorio de datos.</translation>
    </message>
    <message>
        <source>It has no backup of this cluster yet.</source>
        <translation>Aún no tiene ninguna copia de seguridad de este clúster.</translation>
    </message>
    <message>
        <source>Take one first.</source>
        <translation>Tome antes una.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 existe.</translation>
    </message>
    <message>
        <source>It has no backup %1.</source>
        <translation>No tiene ninguna copia de seguridad %1.</translation>
    </message>
    <message>
        <source>It has these: %1.</source>
        <translation>Tiene estas: %1.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>Name a directory that does not exist yet.</source>
        <translation>Indique un directorio que aún no exista.</translation>
    </message>
    <message>
        <source>%1 lies in the live server&apos;s data directory.</source>
        <translation>%1 está en el directorio de datos del servidor en servicio.</translation>
    </message>
    <message>
        <source>Choose a directory of its own.</source>
        <translation>Elija un directorio propio.</translation>
    </message>
    <message>
        <source>%1 runs as %2, who may not enter %3.</source>
        <translation>%1 se ejecuta como %2, que no puede entrar en %3.</translation>
    </message>
    <message>
        <source>Choose a directory that both %1 and %2 can enter.</source>
        <translation>Elija un directorio en el que puedan entrar tanto %1 como %2.</translation>
    </message>
    <message>
        <source>%1 will be made.</source>
        <translation>%1 se creará.</translation>
    </message>
    <message>
        <source>%1 may not write into %2, or it is not there.</source>
        <translation>%1 no puede escribir en %2, o no existe.</translation>
    </message>
    <message>
        <source>Choose another directory.</source>
        <translation>Elija otro directorio.</translation>
    </message>
    <message>
        <source>The files will be those of %1.</source>
        <translation>Los archivos serán de %1.</translation>
    </message>
    <message>
        <source>Barman restores as its own user, and Howdah does not log in there as root to give the files to %1.</source>
        <translation>Barman restaura con su propio usuario, y Howdah no inicia sesión allí como root para dar los archivos a %1.</translation>
    </message>
    <message>
        <source>Restore there: barman recover %1 %2 …</source>
        <translation>Restaure allí: barman recover %1 %2 …</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>Let Barman write there</source>
        <translation>Dejar que Barman escriba allí</translation>
    </message>
    <message>
        <source>Have Barman restore %1</source>
        <translation>Hacer que Barman restaure %1</translation>
    </message>
    <message>
        <source>Give the files to %1</source>
        <translation>Dar los archivos a %1</translation>
    </message>
    <message>
        <source>Have pgBackRest restore %1</source>
        <translation>Hacer que pgBackRest restaure %1</translation>
    </message>
    <message>
        <source>it is of this cluster</source>
        <translation>es de este clúster</translation>
    </message>
    <message>
        <source>Have %1 restore it aside</source>
        <translation>Hacer que %1 la restaure aparte</translation>
    </message>
    <message>
        <source>Give the directory back to %1</source>
        <translation>Devolver el directorio a %1</translation>
    </message>
    <message>
        <source>Remove %1 and what is in it</source>
        <translation>Eliminar %1 y lo que contiene</translation>
    </message>
    <message>
        <source>Restore through pgBackRest or Barman</source>
        <translation>Restaurar mediante pgBackRest o Barman</translation>
    </message>
    <message>
        <source>Has the keeper of backups that is installed make a data directory of one, beside the live server.</source>
        <translation>Hace que el gestor de copias de seguridad instalado cree un directorio de datos a partir de una, junto al servidor activo.</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>La copia de seguridad</translation>
    </message>
    <message>
        <source>It is named by its label there.</source>
        <translation>Se indica por su etiqueta allí.</translation>
    </message>
    <message>
        <source>The copy has a place</source>
        <translation>La copia tiene un lugar</translation>
    </message>
    <message>
        <source>Nothing that lies there is replaced.</source>
        <translation>No se reemplaza nada de lo que hay allí.</translation>
    </message>
    <message>
        <source>Whose files they will be</source>
        <translation>De quién serán los archivos</translation>
    </message>
    <message>
        <source>PostgreSQL starts only as the owner of its data directory.</source>
        <translation>PostgreSQL solo arranca como el propietario de su directorio de datos.</translation>
    </message>
    <message>
        <source>The live servers are not touched, and nothing is started.</source>
        <translation>Los servidores activos no se tocan, y no se arranca nada.</translation>
    </message>
    <message>
        <source>%1 takes as much room as the cluster.</source>
        <translation>%1 ocupa tanto espacio como el clúster.</translation>
    </message>
    <message>
        <source>%1 will be restored into %2.</source>
        <translation>%1 se restaurará en %2.</translation>
    </message>
    <message>
        <source>Before it is started: give it a port of its own, and see that it archives nothing (archive_mode) and follows nobody (primary_conninfo).</source>
        <translation>Antes de arrancarlo: dele un puerto propio y asegúrese de que no archiva nada (archive_mode) ni sigue a nadie (primary_conninfo).</translation>
    </message>
    <message>
        <source>It lies in %1/data.</source>
        <translation>Está en %1/data.</translation>
    </message>
</context>
<context>
    <name>howdah::LabContainers</name>
    <message>
        <source>There is a container named &quot;%1&quot; already, and it is not this lab&apos;s.</source>
        <translation>Ya hay un contenedor llamado &quot;%1&quot;, y no es de este laboratorio.</translation>
    </message>
    <message>
        <source>Remove or rename it, then begin again.</source>
        <translation>Elimínelo o cámbiele el nombre, y empiece de nuevo.</translation>
    </message>
</context>
<context>
    <name>howdah::LabCreation</name>
    <message>
        <source>The creation of the lab &quot;%1&quot; was stopped, as asked.</source>
        <translation>La creación del laboratorio &quot;%1&quot; se detuvo, como se pidió.</translation>
    </message>
    <message>
        <source>Making the directory %1</source>
        <translation>Creando el directorio %1</translation>
    </message>
    <message>
        <source>Initialising %1</source>
        <translation>Inicializando %1</translation>
    </message>
    <message>
        <source>Copying %1 to %2</source>
        <translation>Copiando %1 a %2</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>Arrancando %1</translation>
    </message>
    <message>
        <source>Starting the standbys</source>
        <translation>Arrancando los standbys</translation>
    </message>
    <message>
        <source>Only %1 of %2 standbys stream from the primary.</source>
        <translation>Solo %1 de %2 standbys replican desde el primario.</translation>
    </message>
    <message>
        <source>Writing the compose file for %1, image %2</source>
        <translation>Escribiendo el archivo compose para %1, imagen %2</translation>
    </message>
</context>
<context>
    <name>howdah::LabDisk</name>
    <message>
        <source>A file system of its own for %1 could not be mounted.</source>
        <translation>No se pudo montar un sistema de archivos propio para %1.</translation>
    </message>
    <message>
        <source>That needs root, and a machine (not a container without the right) that lets it mount. Create the lab without a disk size.</source>
        <translation>Eso requiere root, y una máquina (no un contenedor sin el permiso) que le deje montar. Cree el laboratorio sin tamaño de disco.</translation>
    </message>
    <message>
        <source>The file system of %1 could not be filled.</source>
        <translation>El sistema de archivos de %1 no se pudo llenar.</translation>
    </message>
</context>
<context>
    <name>howdah::LabDock</name>
    <message>
        <source>Lab exercises</source>
        <translation>Ejercicios de laboratorio</translation>
    </message>
    <message>
        <source>The deliverable lies in %1</source>
        <translation>El entregable está en %1</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>A fresh cluster takes the place of this exercise&apos;s lab, and its steps begin again. The record so far is kept beside the new one.</source>
        <translation>Un clúster nuevo sustituye al laboratorio de este ejercicio y los pasos empiezan otra vez. El registro hecho hasta ahora se conserva junto al nuevo.</translation>
    </message>
    <message>
        <source>Where to put the deliverable&apos;s folder</source>
        <translation>Dónde poner la carpeta del entregable</translation>
    </message>
    <message>
        <source>All exercises</source>
        <translation>Todos los ejercicios</translation>
    </message>
    <message>
        <source>Start over with a fresh cluster</source>
        <translation>Empezar de nuevo con un clúster nuevo</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Opens the wizard filled in, or puts the line into the console; again: the next one</source>
        <translation>Abre el asistente relleno o pone la línea en la consola; otra vez: lo siguiente</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Hand in what there is</source>
        <translation>Entregar lo que hay</translation>
    </message>
</context>
<context>
    <name>howdah::LabPlace</name>
    <message>
        <source>There is no user &quot;postgres&quot; on this machine, and PostgreSQL will not run as root.</source>
        <translation>No hay ningún usuario &quot;postgres&quot; en esta máquina, y PostgreSQL no se ejecuta como root.</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s package, which makes that user, or start Howdah as an ordinary user.</source>
        <translation>Instale el paquete de PostgreSQL, que crea ese usuario, o inicie Howdah como un usuario normal.</translation>
    </message>
</context>
<context>
    <name>howdah::LabPlan</name>
    <message>
        <source>A lab needs PostgreSQL %1 or later, with &quot;initdb&quot;; there is none here.</source>
        <translation>Un laboratorio necesita PostgreSQL %1 o posterior, con &quot;initdb&quot;; aquí no hay ninguno.</translation>
    </message>
    <message>
        <source>Install a newer PostgreSQL, or set HOWDAH_PG_BINDIR to where it is.</source>
        <translation>Instale un PostgreSQL más reciente, o ponga HOWDAH_PG_BINDIR en el lugar donde está.</translation>
    </message>
    <message>
        <source>A lab has 0 to %1 standbys, not %2.</source>
        <translation>Un laboratorio tiene de 0 a %1 standbys, no %2.</translation>
    </message>
</context>
<context>
    <name>howdah::LabRecord</name>
    <message>
        <source>The lab&apos;s record %1 cannot be written.</source>
        <translation>El registro del laboratorio %1 no se puede escribir.</translation>
    </message>
    <message>
        <source>Look at the free space and the permissions of that directory.</source>
        <translation>Mire el espacio libre y los permisos de ese directorio.</translation>
    </message>
    <message>
        <source>The lab&apos;s record %1 is damaged.</source>
        <translation>El registro del laboratorio %1 está dañado.</translation>
    </message>
    <message>
        <source>Move the file away; the lab&apos;s own directory holds a copy named lab.json.</source>
        <translation>Aparte el archivo; el directorio del propio laboratorio contiene una copia llamada lab.json.</translation>
    </message>
    <message>
        <source>There is a lab named &quot;%1&quot; already.</source>
        <translation>Ya hay un laboratorio llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Choose another name, or destroy that lab first.</source>
        <translation>Elija otro nombre, o destruya antes ese laboratorio.</translation>
    </message>
    <message>
        <source>There is no lab named &quot;%1&quot;.</source>
        <translation>No hay ningún laboratorio llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There are no labs; create one first.</source>
        <translation>No hay laboratorios; cree antes uno.</translation>
    </message>
    <message>
        <source>The labs here: %1.</source>
        <translation>Los laboratorios de aquí: %1.</translation>
    </message>
    <message>
        <source>The lab &quot;%1&quot; is being changed by another Howdah (%2, process %3).</source>
        <translation>Otro Howdah está cambiando el laboratorio &quot;%1&quot; (%2, proceso %3).</translation>
    </message>
    <message>
        <source>Wait for it to end, then try again.</source>
        <translation>Espere a que termine e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The list of labs cannot be changed: no file can be written in %1.</source>
        <translation>La lista de laboratorios no se puede cambiar: no se puede escribir ningún archivo en %1.</translation>
    </message>
    <message>
        <source>Look at the rights and the free space of that directory, or set HOWDAH_HOME to another one.</source>
        <translation>Mire los permisos y el espacio libre de ese directorio, o ponga HOWDAH_HOME en otro.</translation>
    </message>
</context>
<context>
    <name>howdah::LabServers</name>
    <message>
        <source>The server %1 did not start.</source>
        <translation>El servidor %1 no arrancó.</translation>
    </message>
    <message>
        <source>The whole of its log is in %1.</source>
        <translation>Su log completo está en %1.</translation>
    </message>
    <message>
        <source>The server in %1 was told to shut down but runs still.</source>
        <translation>Se ordenó apagar el servidor de %1, pero sigue en marcha.</translation>
    </message>
    <message>
        <source>A standby that does not answer can hold it up; look at its log, or destroy the lab.</source>
        <translation>Un standby que no responde puede retenerlo; mire su log, o destruya el laboratorio.</translation>
    </message>
    <message>
        <source>The server in %1 cannot be ended.</source>
        <translation>El servidor de %1 no se puede terminar.</translation>
    </message>
</context>
<context>
    <name>howdah::Labs</name>
    <message>
        <source>The creation of the lab &quot;%1&quot; did not come to its end.</source>
        <translation>La creación del laboratorio &quot;%1&quot; no llegó a su fin.</translation>
    </message>
    <message>
        <source>Destroy it, then create it again.</source>
        <translation>Destrúyalo y créelo de nuevo.</translation>
    </message>
    <message>
        <source>There is a cluster named &quot;%1&quot; already.</source>
        <translation>Ya hay un clúster llamado &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Choose another name for the lab.</source>
        <translation>Elija otro nombre para el laboratorio.</translation>
    </message>
    <message>
        <source>
What was made so far could not be removed: %1</source>
        <translation>
No se pudo eliminar lo creado hasta ahora: %1</translation>
    </message>
    <message>
        <source>The file systems of the lab &quot;%1&quot; are gone: they were in memory, and the machine was restarted.</source>
        <translation>Los sistemas de archivos del laboratorio &quot;%1&quot; ya no existen: estaban en memoria, y la máquina se reinició.</translation>
    </message>
    <message>
        <source>Destroy the lab, then create it again.</source>
        <translation>Destruya el laboratorio y créelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>howdah::LagChart</name>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Show lag in bytes</source>
        <translation>Mostrar el retraso en bytes</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Show lag as time</source>
        <translation>Mostrar el retraso como tiempo</translation>
    </message>
    <message>
        <source>Stage of replication</source>
        <translation>Etapa de la replicación</translation>
    </message>
    <message>
        <source>How far the WAL has come on its way: sent, written, flushed, replayed</source>
        <translation>Hasta dónde ha llegado el WAL en su camino: enviado, escrito, volcado, reproducido</translation>
    </message>
    <message>
        <source>1m</source>
        <translation>1m</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>El último minuto</translation>
    </message>
    <message>
        <source>10m</source>
        <translation>10m</translation>
    </message>
    <message>
        <source>The last 10 minutes</source>
        <translation>Los últimos 10 minutos</translation>
    </message>
    <message>
        <source>1h</source>
        <translation>1h</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>La última hora</translation>
    </message>
    <message>
        <source>24h</source>
        <translation>24h</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Las últimas 24 horas</translation>
    </message>
    <message>
        <source>7d</source>
        <translation>7d</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Los últimos 7 días</translation>
    </message>
    <message>
        <source>30d</source>
        <translation>30d</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Los últimos 30 días</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as CSV</source>
        <translation>Guardar el gráfico como imagen o como CSV</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Guardar como PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Guardar como SVG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Reproducción</translation>
    </message>
    <message>
        <source>Flush</source>
        <translation>Volcado</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>The lag of each standby appears here once one streams from the primary.</source>
        <translation>El retraso de cada standby aparece aquí en cuanto uno replica desde el primario.</translation>
    </message>
    <message>
        <source>Nothing is recorded of this time.</source>
        <translation>No hay nada registrado de este periodo.</translation>
    </message>
    <message>
        <source>%1: %2 lag</source>
        <translation>%1: retraso (%2)</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Retraso de replicación</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Guardar el gráfico</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>Archivos %1 (*.%2)</translation>
    </message>
    <message>
        <source>The chart could not be saved to “%1”. Choose a folder you may write to, with room left.</source>
        <translation>No se pudo guardar el gráfico en “%1”. Elija una carpeta en la que pueda escribir y con espacio libre.</translation>
    </message>
</context>
<context>
    <name>howdah::LagPlot</name>
    <message>
        <source>Lag chart</source>
        <translation>Gráfico de retraso</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>howdah::LagText</name>
    <message>
        <source>lag unknown</source>
        <translation>retraso desconocido</translation>
    </message>
</context>
<context>
    <name>howdah::LiveDuration</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>howdah::LocalCommand</name>
    <message>
        <source>No command can be started</source>
        <translation>No se puede iniciar ninguna orden</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; was stopped before its end, as asked.</source>
        <translation>La orden &quot;%1&quot; se detuvo antes de su fin, como se pidió.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; did not end in its time and was stopped.</source>
        <translation>La orden &quot;%1&quot; no terminó a tiempo y se detuvo.</translation>
    </message>
    <message>
        <source>There is no command to run.</source>
        <translation>No hay ninguna orden que ejecutar.</translation>
    </message>
</context>
<context>
    <name>howdah::LocalFiles</name>
    <message>
        <source>The file %1 cannot be written</source>
        <translation>El archivo %1 no se puede escribir</translation>
    </message>
    <message>
        <source>The file %1 cannot be read</source>
        <translation>El archivo %1 no se puede leer</translation>
    </message>
    <message>
        <source>Nothing can be told about %1</source>
        <translation>No se puede averiguar nada de %1</translation>
    </message>
    <message>
        <source>The directory %1 cannot be listed</source>
        <translation>El directorio %1 no se puede listar</translation>
    </message>
    <message>
        <source>The directory %1 cannot be made</source>
        <translation>El directorio %1 no se puede crear</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2: something is there already.</source>
        <translation>%1 no se puede mover a %2: ya hay algo allí.</translation>
    </message>
    <message>
        <source>Choose another name, or move aside what is there.</source>
        <translation>Elija otro nombre, o aparte lo que hay allí.</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2</source>
        <translation>%1 no se puede mover a %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be removed</source>
        <translation>El archivo %1 no se puede eliminar</translation>
    </message>
    <message>
        <source>The free space at %1 cannot be found</source>
        <translation>No se puede averiguar el espacio libre en %1</translation>
    </message>
</context>
<context>
    <name>howdah::LocalHost</name>
    <message>
        <source>The command &quot;%1&quot; cannot be run as the user &quot;%2&quot;: sudo refuses without a password.</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar como el usuario &quot;%2&quot;: sudo la rechaza sin contraseña.</translation>
    </message>
    <message>
        <source>Allow it in sudo&apos;s settings without a password (NOPASSWD), or start Howdah as &quot;%1&quot; or as root.</source>
        <translation>Permítalo sin contraseña en la configuración de sudo (NOPASSWD), o inicie Howdah como &quot;%1&quot; o como root.</translation>
    </message>
    <message>
        <source>No port can be tried</source>
        <translation>No se puede probar ningún puerto</translation>
    </message>
    <message>
        <source>It cannot be found whether the port is free</source>
        <translation>No se puede averiguar si el puerto está libre</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>esta máquina</translation>
    </message>
    <message>
        <source>Files cannot be reached as the user &quot;%1&quot;.</source>
        <translation>No se puede acceder a los archivos como el usuario &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; is not there.</source>
        <translation>La orden &quot;%1&quot; no existe.</translation>
    </message>
    <message>
        <source>%1 is no port: ports go from 1 to 65535.</source>
        <translation>%1 no es un puerto: los puertos van de 1 a 65535.</translation>
    </message>
</context>
<context>
    <name>howdah::LocalText</name>
    <message>
        <source>en</source>
        <comment>the language&apos;s two-letter code</comment>
        <translation>es</translation>
    </message>
</context>
<context>
    <name>howdah::MainWindow</name>
    <message>
        <source>Howdah</source>
        <translation>Howdah</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>%1 – Howdah</source>
        <translation>%1 – Howdah</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Stop watching %1?</source>
        <translation>¿Dejar de vigilar %1?</translation>
    </message>
    <message>
        <source>Its servers are not touched; you can add it again at any time.</source>
        <translation>Sus servidores no se tocan; puede añadirlo de nuevo en cualquier momento.</translation>
    </message>
    <message>
        <source>Destroy the lab</source>
        <translation>Destruir el laboratorio</translation>
    </message>
    <message>
        <source>Destroy the lab cluster %1?</source>
        <translation>¿Destruir el clúster de laboratorio %1?</translation>
    </message>
    <message>
        <source>Its servers are stopped and everything that was made for it is removed: data, archive, settings. Nothing else is.</source>
        <translation>Sus servidores se detienen y se elimina todo lo que se creó para él: datos, archivo de WAL, configuración. Nada más.</translation>
    </message>
    <message>
        <source>About Howdah</source>
        <translation>Acerca de Howdah</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Howdah %1&lt;/h3&gt;&lt;p&gt;The desktop cluster console for PostgreSQL: see the cluster as it is, change its shape safely, and go back in time.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. PostgreSQL is a trademark of the PostgreSQL Community Association of Canada.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Howdah %1&lt;/h3&gt;&lt;p&gt;La consola de clústeres de escritorio para PostgreSQL: vea el clúster tal como es, cambie su forma con seguridad y vuelva atrás en el tiempo.&lt;/p&gt;&lt;p&gt;Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. PostgreSQL es una marca registrada de PostgreSQL Community Association of Canada.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Operations</source>
        <translation>&amp;Operaciones</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About Howdah</source>
        <translation>&amp;Acerca de Howdah</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Clúster</translation>
    </message>
    <message>
        <source>&amp;Add a cluster…</source>
        <translation>&amp;Añadir un clúster…</translation>
    </message>
    <message>
        <source>Create a &amp;lab cluster…</source>
        <translation>Crear un clúster de &amp;laboratorio…</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Refresh now</source>
        <translation>Act&amp;ualizar ahora</translation>
    </message>
    <message>
        <source>Refresh now (F5)</source>
        <translation>Actualizar ahora (F5)</translation>
    </message>
    <message>
        <source>La&amp;b</source>
        <translation>La&amp;boratorio</translation>
    </message>
    <message>
        <source>&amp;Take off the list…</source>
        <translation>&amp;Quitar de la lista…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>&amp;Buscar cualquier cosa…</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Find any action, node or page (Ctrl+K)</source>
        <translation>Buscar cualquier acción, nodo o página (Ctrl+K)</translation>
    </message>
    <message>
        <source>Show or hide the &amp;clusters</source>
        <translation>Mostrar u ocultar los &amp;clústeres</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>As the &amp;desktop has it</source>
        <translation>Como el &amp;escritorio</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;laro</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Start the lab</source>
        <translation>Arrancar el laboratorio</translation>
    </message>
    <message>
        <source>Stop the lab</source>
        <translation>Detener el laboratorio</translation>
    </message>
    <message>
        <source>Destroy the lab…</source>
        <translation>Destruir el laboratorio…</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Actualizar ahora</translation>
    </message>
    <message>
        <source>Take off the list…</source>
        <translation>Quitar de la lista…</translation>
    </message>
    <message>
        <source>Add a cluster…</source>
        <translation>Añadir un clúster…</translation>
    </message>
    <message>
        <source>Create a lab cluster…</source>
        <translation>Crear un clúster de laboratorio…</translation>
    </message>
    <message>
        <source>Copy connection settings</source>
        <translation>Copiar los parámetros de conexión</translation>
    </message>
    <message>
        <source>Connection settings copied, without the password.</source>
        <translation>Parámetros de conexión copiados, sin la contraseña.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Node of %1</source>
        <translation>Nodo de %1</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Where it runs…</source>
        <translation>Dónde se ejecuta…</translation>
    </message>
    <message>
        <source>Lab &amp;exercises…</source>
        <translation>&amp;Ejercicios de laboratorio…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Class re&amp;sults…</source>
        <translation>&amp;Resultados de la clase…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
</context>
<context>
    <name>howdah::Managers</name>
    <message>
        <source>%1 (process %2) for %3</source>
        <translation>%1 (proceso %2) para %3</translation>
    </message>
    <message>
        <source>%1 (process %2) on %3</source>
        <translation>%1 (proceso %2) en %3</translation>
    </message>
    <message>
        <source>Patroni at %1:8008 (%2)</source>
        <translation>Patroni en %1:8008 (%2)</translation>
    </message>
    <message>
        <source>No other manager is in charge</source>
        <translation>Ningún otro gestor está al cargo</translation>
    </message>
    <message>
        <source>Patroni, repmgrd, pg_auto_failover and their like would undo or fight a change made beside them.</source>
        <translation>Patroni, repmgrd, pg_auto_failover y similares desharían o combatirían un cambio hecho al margen de ellos.</translation>
    </message>
    <message>
        <source>Other managers run there, and whom they look after could not be seen: %1.</source>
        <translation>Allí hay otros gestores en marcha, y no se pudo ver de quién se ocupan: %1.</translation>
    </message>
    <message>
        <source>Make sure that none of them looks after this cluster.</source>
        <translation>Asegúrese de que ninguno de ellos se ocupa de este clúster.</translation>
    </message>
    <message>
        <source>No session and no process of another manager is seen.</source>
        <translation>No se ve ninguna sesión ni ningún proceso de otro gestor.</translation>
    </message>
    <message>
        <source>%1 looks after this cluster and is paused: %2.</source>
        <translation>%1 se ocupa de este clúster y está en pausa: %2.</translation>
    </message>
    <message>
        <source>Resume it only after it shows the cluster as it is then: before, it may undo the change.</source>
        <translation>Reanúdelo solo cuando muestre el clúster tal como sea entonces: antes, puede deshacer el cambio.</translation>
    </message>
    <message>
        <source>%1 looks after this cluster: %2.</source>
        <translation>%1 se ocupa de este clúster: %2.</translation>
    </message>
    <message>
        <source>Make this change with %1.</source>
        <translation>Haga este cambio con %1.</translation>
    </message>
    <message>
        <source>Make this change with %1: %2</source>
        <translation>Haga este cambio con %1: %2</translation>
    </message>
    <message>
        <source>To make it here all the same, pause %1 first: %2</source>
        <translation>Para hacerlo aquí de todos modos, ponga antes %1 en pausa: %2</translation>
    </message>
    <message>
        <source>None is seen, but this could not be looked at: %1.</source>
        <translation>No se ve ninguno, pero esto no se pudo mirar: %1.</translation>
    </message>
    <message>
        <source>Make sure that nothing there promotes or starts servers by itself.</source>
        <translation>Asegúrese de que allí nada promueve ni arranca servidores por sí solo.</translation>
    </message>
    <message>
        <source>the processes on %1 (%2)</source>
        <translation>los procesos en %1 (%2)</translation>
    </message>
    <message>
        <source>the sessions on %1 (%2)</source>
        <translation>las sesiones en %1 (%2)</translation>
    </message>
    <message>
        <source>sessions of %1 on %2</source>
        <translation>sesiones de %1 en %2</translation>
    </message>
</context>
<context>
    <name>howdah::MarkedTree</name>
    <message>
        <source>The directory %1 cannot be removed</source>
        <translation>El directorio %1 no se puede eliminar</translation>
    </message>
    <message>
        <source>The directory %1 was left alone: it was not made by this operation.</source>
        <translation>El directorio %1 se dejó como estaba: no lo creó esta operación.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; in it is missing or says something else.</source>
        <translation>Falta en él el archivo &quot;%1&quot;, o dice otra cosa.</translation>
    </message>
    <message>
        <source>Look at what is there, and move it aside by hand if nobody needs it.</source>
        <translation>Mire qué hay allí y apártelo a mano si nadie lo necesita.</translation>
    </message>
</context>
<context>
    <name>howdah::NamedTransaction</name>
    <message>
        <source>database %1</source>
        <translation>base de datos %1</translation>
    </message>
    <message>
        <source>%1 (dropped)</source>
        <translation>%1 (eliminada)</translation>
    </message>
    <message>
        <source>%1 (truncated or rewritten)</source>
        <translation>%1 (truncada o reescrita)</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>archivo %1</translation>
    </message>
    <message>
        <source>definitions of %1</source>
        <translation>definiciones de %1</translation>
    </message>
    <message>
        <source>roles or databases</source>
        <translation>roles o bases de datos</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
</context>
<context>
    <name>howdah::NodeConnection</name>
    <message>
        <source>Through %1 (ssh): %2</source>
        <translation>A través de %1 (ssh): %2</translation>
    </message>
</context>
<context>
    <name>howdah::NodeHost</name>
    <message>
        <source>%1 is not the host where the server of %2 runs: %3</source>
        <translation>%1 no es el host donde se ejecuta el servidor de %2: %3</translation>
    </message>
    <message>
        <source>Name the machine on which the server that answers at %1:%2 runs.</source>
        <translation>Indique la máquina en la que se ejecuta el servidor que responde en %1:%2.</translation>
    </message>
    <message>
        <source>the one in %1 has the port %2, the one that answers has %3.</source>
        <translation>el de %1 tiene el puerto %2, el que responde tiene el %3.</translation>
    </message>
    <message>
        <source>the one in %1 was started at %2, the one that answers at %3.</source>
        <translation>el de %1 se arrancó en %2, el que responde en %3.</translation>
    </message>
    <message>
        <source>there is no data directory %1.</source>
        <translation>no hay ningún directorio de datos %1.</translation>
    </message>
    <message>
        <source>no server runs in %1.</source>
        <translation>no hay ningún servidor en marcha en %1.</translation>
    </message>
</context>
<context>
    <name>howdah::NodeHostDialog</name>
    <message>
        <source>Logged in as %1</source>
        <translation>Sesión iniciada como %1</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>Host of %1</source>
        <translation>Host de %1</translation>
    </message>
    <message>
        <source>Where %1 runs</source>
        <translation>Dónde se ejecuta %1</translation>
    </message>
    <message>
        <source>Operations act on a server&apos;s files and processes on the machine named here. Your own ssh leads there: its configuration, agent and keys.</source>
        <translation>Las operaciones actúan sobre los archivos y procesos de un servidor en la máquina que se indica aquí. Se llega a ella con su propio ssh: su configuración, su agente y sus claves.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>“ssh:” and a name of ~/.ssh/config or user@machine:port; “local” for this machine. Empty: only SQL reaches it, and no operation touches its files.</source>
        <translation>“ssh:” y un nombre de ~/.ssh/config o user@machine:port; “local” para esta máquina. Vacío: solo SQL llega a él, y ninguna operación toca sus archivos.</translation>
    </message>
    <message>
        <source>Looking at the host</source>
        <translation>Examinando el host</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The server of %1 is there</source>
        <translation>El servidor de %1 está allí</translation>
    </message>
    <message>
        <source>The login works; the server was not seen</source>
        <translation>La sesión funciona; no se vio el servidor</translation>
    </message>
    <message>
        <source>%1, owned by %2</source>
        <translation>%1, propiedad de %2</translation>
    </message>
    <message>
        <source>Its data directory is not known: it does not answer, or the role is no member of pg_monitor.</source>
        <translation>No se conoce su directorio de datos: no responde, o el rol no es miembro de pg_monitor.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Name a host first.</source>
        <translation>Indique antes un host.</translation>
    </message>
    <message>
        <source>Test it first: only a host on which the server was seen is kept.</source>
        <translation>Pruébelo antes: solo se guarda un host en el que se haya visto el servidor.</translation>
    </message>
</context>
<context>
    <name>howdah::Nodes</name>
    <message>
        <source>There is no such node.</source>
        <translation>No existe ese nodo.</translation>
    </message>
    <message>
        <source>Howdah has no access to the host of %1, only to its SQL port.</source>
        <translation>Howdah no tiene acceso al host de %1, solo a su puerto SQL.</translation>
    </message>
    <message>
        <source>Give the node a host in the cluster&apos;s settings, or do this on that host by hand.</source>
        <translation>Dé al nodo un host en la configuración del clúster, o haga esto a mano en ese host.</translation>
    </message>
    <message>
        <source>The data directory of %1 is not known.</source>
        <translation>No se conoce el directorio de datos de %1.</translation>
    </message>
    <message>
        <source>Grant pg_monitor to the role that Howdah connects as, or name the directory in the cluster&apos;s settings.</source>
        <translation>Conceda pg_monitor al rol con el que se conecta Howdah, o indique el directorio en la configuración del clúster.</translation>
    </message>
    <message>
        <source>The server in %1 is not started or stopped from here: pg_ctl hands that path to a shell, which would act on the characters &quot;, $, ` and \ in it.</source>
        <translation>El servidor de %1 no se arranca ni se detiene desde aquí: pg_ctl pasa esa ruta a un shell, que interpretaría los caracteres &quot;, $, ` y \ que contiene.</translation>
    </message>
    <message>
        <source>Give the data directory another name.</source>
        <translation>Dé otro nombre al directorio de datos.</translation>
    </message>
    <message>
        <source>a server runs in %1</source>
        <translation>hay un servidor en marcha en %1</translation>
    </message>
    <message>
        <source>no server runs in %1</source>
        <translation>no hay ningún servidor en marcha en %1</translation>
    </message>
    <message>
        <source>Start the server in %1</source>
        <translation>Arrancar el servidor de %1</translation>
    </message>
    <message>
        <source>Stop the server in %1 (fast)</source>
        <translation>Detener el servidor de %1 (fast)</translation>
    </message>
    <message>
        <source>Ask the server in %1 to stop (fast)</source>
        <translation>Pedir al servidor de %1 que se detenga (fast)</translation>
    </message>
    <message>
        <source>Stop the server in %1 at once (immediate), if it has not ended by then</source>
        <translation>Detener de inmediato el servidor de %1 (immediate), si no ha terminado para entonces</translation>
    </message>
    <message>
        <source>Restart the server in %1 (fast)</source>
        <translation>Reiniciar el servidor de %1 (fast)</translation>
    </message>
    <message>
        <source>Remove standby.signal from %1, if this operation wrote it</source>
        <translation>Eliminar standby.signal de %1, si lo escribió esta operación</translation>
    </message>
    <message>
        <source>no standby.signal of this operation is in %1</source>
        <translation>en %1 no hay ningún standby.signal de esta operación</translation>
    </message>
    <message>
        <source>See whether a server runs in %1</source>
        <translation>Ver si hay un servidor en ejecución en %1</translation>
    </message>
    <message>
        <source>Stop the server in %1 at once (immediate)</source>
        <translation>Detener de inmediato el servidor de %1 (immediate)</translation>
    </message>
</context>
<context>
    <name>howdah::ObjectTree</name>
    <message>
        <source>Named by hand</source>
        <translation>Indicados a mano</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>howdah::ObjectsEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>No elegir ninguno</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrar por nombre</translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation>Filtro de %1</translation>
    </message>
    <message>
        <source>Nothing is listed yet.</source>
        <translation>Aún no se lista nada.</translation>
    </message>
    <message>
        <source>None chosen of %1</source>
        <translation>Elegidos: ninguno de %1</translation>
    </message>
    <message>
        <source>%1 chosen of %2</source>
        <translation>Elegidos: %1 de %2</translation>
    </message>
</context>
<context>
    <name>howdah::Observer</name>
    <message>
        <source>%1 said %2</source>
        <translation>%1 dijo %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1 takes connections</source>
        <translation>%1 acepta conexiones</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 no existe</translation>
    </message>
    <message>
        <source>%1 ended with code %2: %3</source>
        <translation>%1 terminó con el código %2: %3</translation>
    </message>
    <message>
        <source>its control file says &quot;%1&quot;</source>
        <translation>su archivo de control dice &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1 has not replayed the last checkpoint at %2</source>
        <translation>%1 no ha reproducido el último checkpoint en %2</translation>
    </message>
    <message>
        <source>This was not seen in time: %1.</source>
        <translation>Esto no se vio a tiempo: %1.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido, como se pidió.</translation>
    </message>
    <message>
        <source>%1 shows no such row</source>
        <translation>%1 no muestra ninguna fila así</translation>
    </message>
    <message>
        <source>The server has ended before this was seen: %1.</source>
        <translation>El servidor terminó antes de que se viera esto: %1.</translation>
    </message>
    <message>
        <source>Its log says why; mend that, then try again.</source>
        <translation>Su log dice por qué; corríjalo e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>howdah::OperationBar</name>
    <message>
        <source>More operations</source>
        <translation>Más operaciones</translation>
    </message>
</context>
<context>
    <name>howdah::OperationDesk</name>
    <message>
        <source>There is no operation called &quot;%1&quot;.</source>
        <translation>No hay ninguna operación llamada &quot;%1&quot;.</translation>
    </message>
</context>
<context>
    <name>howdah::OperationDetails</name>
    <message>
        <source>Details of the operation</source>
        <translation>Detalles de la operación</translation>
    </message>
    <message>
        <source>Choose an operation to see what it did.</source>
        <translation>Elija una operación para ver qué hizo.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Log of the operation</source>
        <translation>Log de la operación</translation>
    </message>
</context>
<context>
    <name>howdah::OperationWizard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Back to the first page, with the same choices</source>
        <translation>Volver a la primera página, con las mismas elecciones</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The operation goes on; the main window shows it at the bottom</source>
        <translation>La operación continúa; la ventana principal la muestra abajo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>The checks are still running.</source>
        <translation>Las comprobaciones siguen en curso.</translation>
    </message>
    <message>
        <source>Check first.</source>
        <translation>Compruebe primero.</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Qué se hará</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Nothing is changed by looking.</source>
        <translation>Mirar no cambia nada.</translation>
    </message>
    <message>
        <source>The plan you approve is the plan that runs. If the situation changes first, Howdah stops and asks.</source>
        <translation>El plan que usted aprueba es el plan que se ejecuta. Si antes cambia la situación, Howdah se detiene y pregunta.</translation>
    </message>
    <message>
        <source>What will have happened when it is done.</source>
        <translation>Qué habrá ocurrido cuando esté hecho.</translation>
    </message>
    <message>
        <source>You may close this window: the operation goes on, and the main window shows it at the bottom.</source>
        <translation>Puede cerrar esta ventana: la operación continúa, y la ventana principal la muestra abajo.</translation>
    </message>
    <message>
        <source>Operation %1</source>
        <translation>Operación %1</translation>
    </message>
</context>
<context>
    <name>howdah::OperationsModel</name>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desenlace</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Ejecutada por</translation>
    </message>
</context>
<context>
    <name>howdah::OperationsPage</name>
    <message>
        <source>No operation yet</source>
        <translation>Aún no hay operaciones</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operaciones</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Everything that Howdah changes is written down here, step by step, with what undoes it.</source>
        <translation>Todo lo que Howdah cambia queda anotado aquí, paso a paso, con lo que lo deshace.</translation>
    </message>
    <message>
        <source>Everything that Howdah changes on %1 is written down here, step by step, with what undoes it.</source>
        <translation>Todo lo que Howdah cambia en %1 queda anotado aquí, paso a paso, con lo que lo deshace.</translation>
    </message>
</context>
<context>
    <name>howdah::OverviewFacts</name>
    <message>
        <source>1 node</source>
        <translation>1 nodo</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 nodos</translation>
    </message>
    <message>
        <source>PostgreSQL %1</source>
        <translation>PostgreSQL %1</translation>
    </message>
    <message>
        <source>timeline %1</source>
        <translation>timeline %1</translation>
    </message>
</context>
<context>
    <name>howdah::OverviewFindings</name>
    <message>
        <source>Nothing. Replication, slots and archiving are watched; what goes wrong appears here, with what to do about it.</source>
        <translation>Nada. La replicación, los slots y el archivado están bajo vigilancia; lo que falle aparece aquí, con lo que hay que hacer.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Needs attention (%1)</source>
        <translation>Requiere atención (%1)</translation>
    </message>
</context>
<context>
    <name>howdah::OverviewHeader</name>
    <message>
        <source>System identifier copied.</source>
        <translation>Identificador de sistema copiado.</translation>
    </message>
    <message>
        <source>System identifier %1: the same on every node of this cluster. Click to copy it.</source>
        <translation>Identificador de sistema %1: el mismo en cada nodo de este clúster. Haga clic para copiarlo.</translation>
    </message>
    <message>
        <source>System identifier %1, copy</source>
        <translation>Identificador de sistema %1, copiar</translation>
    </message>
</context>
<context>
    <name>howdah::OverviewPage</name>
    <message>
        <source>Take the picture away</source>
        <translation>Copiar o guardar la imagen</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Picture copied.</source>
        <translation>Imagen copiada.</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Guardar como PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Guardar como SVG…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>Archivos %1 (*.%2)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Guardado en %1.</translation>
    </message>
    <message>
        <source>The picture could not be saved to “%1”. Choose a folder you may write to, with room left.</source>
        <translation>No se pudo guardar la imagen en “%1”. Elija una carpeta en la que pueda escribir y con espacio libre.</translation>
    </message>
</context>
<context>
    <name>howdah::OwnSlots</name>
    <message>
        <source>the slot &quot;%1&quot; of this operation is on %2</source>
        <translation>el slot &quot;%1&quot; de esta operación está en %2</translation>
    </message>
    <message>
        <source>Wait until nobody uses the slot &quot;%1&quot;</source>
        <translation>Esperar a que nadie use el slot &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the slot &quot;%1&quot; is not in use</source>
        <translation>el slot &quot;%1&quot; no está en uso</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 no responde</translation>
    </message>
    <message>
        <source>Drop the slot &quot;%1&quot; on %2, the sign of what this operation made</source>
        <translation>Eliminar el slot &quot;%1&quot; en %2, señal de lo que creó esta operación</translation>
    </message>
    <message>
        <source>Create the slot &quot;%1&quot; on %2 again, the sign of what this operation made</source>
        <translation>Crear de nuevo el slot &quot;%1&quot; en %2, señal de lo que creó esta operación</translation>
    </message>
</context>
<context>
    <name>howdah::PageOperations</name>
    <message>
        <source>%1 is the primary; this is for a standby.</source>
        <translation>%1 es el primario; esto es para un standby.</translation>
    </message>
    <message>
        <source>%1 is a standby; this is for the primary.</source>
        <translation>%1 es un standby; esto es para el primario.</translation>
    </message>
    <message>
        <source>Backup and recovery</source>
        <translation>Copia de seguridad y recuperación</translation>
    </message>
    <message>
        <source>Synchronous replication</source>
        <translation>Replicación síncrona</translation>
    </message>
    <message>
        <source>Replication slots</source>
        <translation>Slots de replicación</translation>
    </message>
    <message>
        <source>Servers and settings</source>
        <translation>Servidores y parámetros</translation>
    </message>
</context>
<context>
    <name>howdah::PageTable</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy %1 as text</source>
        <translation>Copiar %1 como texto</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save %1 as CSV</source>
        <translation>Guardar %1 como CSV</translation>
    </message>
    <message>
        <source>Copied as text.</source>
        <translation>Copiado como texto.</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Guardado en %1.</translation>
    </message>
</context>
<context>
    <name>howdah::ParamEditor</name>
    <message>
        <source>Choose a node</source>
        <translation>Elija un nodo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin fijar</translation>
    </message>
    <message>
        <source>Unit of %1</source>
        <translation>Unidad de %1</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>milisegundos</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Todos los nodos</translation>
    </message>
</context>
<context>
    <name>howdah::ParamField</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (opcional)</translation>
    </message>
</context>
<context>
    <name>howdah::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the desktop&apos;s keychain</source>
        <translation>&amp;Guardarla en el llavero del escritorio</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Contraseña para %1</translation>
    </message>
    <message>
        <source>%1 at %2 asks for the password of “%3”.</source>
        <translation>%1 en %2 pide la contraseña de “%3”.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Keep it in the desktop&apos;s keychain</source>
        <translation>Guardarla en el llavero del escritorio</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Conectar</translation>
    </message>
</context>
<context>
    <name>howdah::PasswordFile</name>
    <message>
        <source>PostgreSQL&apos;s clients do not read %1, because others than its owner may.</source>
        <translation>Los clientes de PostgreSQL no leen %1, porque otros además de su propietario pueden hacerlo.</translation>
    </message>
    <message>
        <source>Make it its owner&apos;s alone: chmod 600 %1</source>
        <translation>Haga que sea solo de su propietario: chmod 600 %1</translation>
    </message>
    <message>
        <source>%1 holds no password for the role %2.</source>
        <translation>%1 no contiene ninguna contraseña para el rol %2.</translation>
    </message>
    <message>
        <source>Add a line to it: %1:PASSWORD</source>
        <translation>Añádale una línea: %1:PASSWORD</translation>
    </message>
</context>
<context>
    <name>howdah::PastAxis</name>
    <message>
        <source>Time axis of backups, archive and transactions</source>
        <translation>Eje de tiempo de copias, archivo de WAL y transacciones</translation>
    </message>
    <message>
        <source>Base backup %1, ended %2, %3</source>
        <translation>Copia base %1, terminada %2, %3</translation>
    </message>
    <message>
        <source>Archive, timeline %1: %2 segments, %3</source>
        <translation>Archivo de WAL, timeline %1: segmentos: %2, %3</translation>
    </message>
    <message>
        <source>A hole in the archive: %1 segments are missing</source>
        <translation>Un hueco en el archivo de WAL: segmentos que faltan: %1</translation>
    </message>
    <message>
        <source>In pg_wal of %1, not archived yet</source>
        <translation>En pg_wal de %1, aún sin archivar</translation>
    </message>
    <message>
        <source>Not recoverable: WAL is not archived</source>
        <translation>No recuperable: el WAL no se archiva</translation>
    </message>
    <message>
        <source>Not recoverable: no base backup had ended by then</source>
        <translation>No recuperable: ninguna copia base había terminado para entonces</translation>
    </message>
    <message numerus="yes">
        <source>%n transaction(s)</source>
        <translation>
            <numerusform>%n transacción</numerusform>
            <numerusform>%n transacciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Base backups</source>
        <translation>Copias base</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo de WAL</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transacciones</translation>
    </message>
    <message>
        <source>Not recoverable: behind a hole, before the next base backup</source>
        <translation>No recuperable: detrás de un hueco, antes de la siguiente copia base</translation>
    </message>
    <message>
        <source>Restore point “%1”</source>
        <translation>Punto de restauración “%1”</translation>
    </message>
    <message>
        <source>Timeline %1 ends here: another one was forked from it</source>
        <translation>El timeline %1 termina aquí: de él se bifurcó otro</translation>
    </message>
</context>
<context>
    <name>howdah::PastDatabase</name>
    <message>
        <source>What was read of the WAL cannot be kept in %1.</source>
        <translation>Lo que se leyó del WAL no se puede guardar en %1.</translation>
    </message>
</context>
<context>
    <name>howdah::PastFilter</name>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>At least so many rows</source>
        <translation>Al menos tantas filas</translation>
    </message>
    <message>
        <source> rows</source>
        <translation> filas</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>Tipo de cambio</translation>
    </message>
    <message>
        <source>Any change</source>
        <translation>Cualquier cambio</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Insertadas</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizadas</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminadas</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Desde cuándo</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>Todo lo que hay</translation>
    </message>
    <message>
        <source>Any table, or: public.users</source>
        <translation>Cualquier tabla, o: public.users</translation>
    </message>
    <message>
        <source>Any rows</source>
        <translation>Cualquier número</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source>What was done; dropped are tables that were truncated or rewritten, too</source>
        <translation>Qué se hizo; eliminadas son también las tablas truncadas o reescritas</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Tabla eliminada</translation>
    </message>
</context>
<context>
    <name>howdah::PastNames</name>
    <message>
        <source>No node of %1 answers that could be asked for names.</source>
        <translation>No responde ningún nodo de %1 al que se le puedan preguntar nombres.</translation>
    </message>
</context>
<context>
    <name>howdah::PastNotice</name>
    <message>
        <source>WAL is not archived</source>
        <translation>El WAL no se archiva</translation>
    </message>
    <message>
        <source>Only what still lies in pg_wal of %1 is shown, and nothing of it can be recovered to. Switch archiving on, then take a base backup.</source>
        <translation>Solo se muestra lo que aún está en pg_wal de %1, y no se puede recuperar a ningún punto de ello. Active el archivado y después haga una copia base.</translation>
    </message>
    <message>
        <source>Switch archiving on…</source>
        <translation>Activar el archivado…</translation>
    </message>
    <message>
        <source>The archive is not read</source>
        <translation>No se lee el archivo de WAL</translation>
    </message>
    <message>
        <source>There is no base backup</source>
        <translation>No hay ninguna copia base</translation>
    </message>
    <message>
        <source>None lies in %1. What happens after the end of the first one can be recovered to.</source>
        <translation>No hay ninguna en %1. Se puede recuperar a lo que ocurra después del final de la primera.</translation>
    </message>
    <message>
        <source>Take a base backup…</source>
        <translation>Hacer una copia base…</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Y %1 más.</translation>
    </message>
    <message>
        <source>Not all WAL could be read</source>
        <translation>No se pudo leer todo el WAL</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Remedio</translation>
    </message>
</context>
<context>
    <name>howdah::PastTable</name>
    <message>
        <source>%1 inserted</source>
        <translation>insertadas: %1</translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation>actualizadas: %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>eliminadas: %1</translation>
    </message>
    <message>
        <source>its file went: dropped, truncated or rewritten</source>
        <translation>su archivo desapareció: eliminada, truncada o reescrita</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>In this machine&apos;s time zone.</source>
        <translation>En la zona horaria de esta máquina.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transacción</translation>
    </message>
    <message>
        <source>Its number (xid).</source>
        <translation>Su número (xid).</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Insertadas</translation>
    </message>
    <message>
        <source>Rows inserted.</source>
        <translation>Filas insertadas.</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizadas</translation>
    </message>
    <message>
        <source>Rows updated.</source>
        <translation>Filas actualizadas.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminadas</translation>
    </message>
    <message>
        <source>Rows deleted.</source>
        <translation>Filas eliminadas.</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>How much WAL its rows took, without indexes.</source>
        <translation>Cuánto WAL ocuparon sus filas, sin los índices.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Of its commit in the WAL (LSN).</source>
        <translation>De su commit en el WAL (LSN).</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>As they are called now; a table that is gone is shown by its file&apos;s number.</source>
        <translation>Como se llaman ahora; una tabla que ya no existe se muestra por el número de su archivo.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
</context>
<context>
    <name>howdah::PauseReplay</name>
    <message>
        <source>Pause replay</source>
        <translation>Pausar la reproducción</translation>
    </message>
    <message>
        <source>Lets a standby receive WAL without applying it, so that its data stays as it is now.</source>
        <translation>Hace que un standby reciba WAL sin aplicarlo, de modo que sus datos quedan como están ahora.</translation>
    </message>
    <message>
        <source>Queries on %1 see older data from now on.</source>
        <translation>Desde ahora, las consultas en %1 ven datos más antiguos.</translation>
    </message>
    <message>
        <source>The WAL that %1 receives gathers on its disk until replay is resumed.</source>
        <translation>El WAL que recibe %1 se acumula en su disco hasta que se reanude la reproducción.</translation>
    </message>
    <message>
        <source>Resume the replay of %1 before its disk fills.</source>
        <translation>Reanude la reproducción de %1 antes de que se llene su disco.</translation>
    </message>
</context>
<context>
    <name>howdah::PdfFile</name>
    <message>
        <source>There is no exercise “%1”.</source>
        <translation>No hay ejercicio “%1”.</translation>
    </message>
    <message>
        <source>“%1” is neither exercise:N nor operation:ID.</source>
        <translation>“%1” no es ni exercise:N ni operation:ID.</translation>
    </message>
</context>
<context>
    <name>howdah::PdfReport</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>howdah::PgBackRest</name>
    <message>
        <source>pgbackrest info has not answered with its JSON.</source>
        <translation>pgbackrest info no ha respondido con su JSON.</translation>
    </message>
</context>
<context>
    <name>howdah::PlanPage</name>
    <message>
        <source>New step: %1</source>
        <translation>Paso nuevo: %1</translation>
    </message>
    <message>
        <source>No longer done: %1</source>
        <translation>Ya no se hace: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Cambiado: %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>The steps, exactly as they will be run.</source>
        <translation>Los pasos, exactamente como se ejecutarán.</translation>
    </message>
    <message>
        <source>Copy as script</source>
        <translation>Copiar como script</translation>
    </message>
    <message>
        <source>A shell script that does the same from this machine</source>
        <translation>Un script de shell que hace lo mismo desde esta máquina</translation>
    </message>
    <message>
        <source>The script is on the clipboard.</source>
        <translation>El script está en el portapapeles.</translation>
    </message>
    <message>
        <source>Save script…</source>
        <translation>Guardar script…</translation>
    </message>
    <message>
        <source>Save the plan as a script</source>
        <translation>Guardar el plan como script</translation>
    </message>
    <message>
        <source>Shell scripts (*.sh)</source>
        <translation>Scripts de shell (*.sh)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>What is not as it was in the plan you approved</source>
        <translation>Lo que no está como en el plan que usted aprobó</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Point of no return: once the next step has begun, nothing is undone any more.</source>
        <translation>Punto sin retorno: una vez empezado el paso siguiente, ya no se deshace nada.</translation>
    </message>
    <message>
        <source>Done when it is seen that %1.</source>
        <translation>Hecho cuando se vea que %1.</translation>
    </message>
    <message>
        <source>How it is undone</source>
        <translation>Cómo se deshace</translation>
    </message>
</context>
<context>
    <name>howdah::Poolers</name>
    <message>
        <source>That user may not pause %1: it is none of its admin_users.</source>
        <translation>Ese usuario no puede poner en pausa %1: no es uno de sus admin_users.</translation>
    </message>
    <message>
        <source>Name one of its admin_users as user.</source>
        <translation>Indique como usuario uno de sus admin_users.</translation>
    </message>
    <message>
        <source>On %1 these lead to several hosts: %2.</source>
        <translation>En %1 estas llevan a varios hosts: %2.</translation>
    </message>
    <message>
        <source>Let each lead to one host, or point it at the new primary by hand with pgbouncer = none.</source>
        <translation>Haga que cada una lleve a un solo host, o diríjalo a mano al nuevo primario con pgbouncer = none.</translation>
    </message>
    <message>
        <source>No database of %1 leads to the primary.</source>
        <translation>Ninguna base de datos de %1 lleva al primario.</translation>
    </message>
    <message>
        <source>Name the PgBouncer in front of the primary, or none.</source>
        <translation>Indique el PgBouncer que está delante del primario, o none.</translation>
    </message>
    <message>
        <source>On %1 somebody has paused: %2.</source>
        <translation>En %1 alguien ha puesto en pausa: %2.</translation>
    </message>
    <message>
        <source>Find out why, and RESUME there first: this operation would resume it.</source>
        <translation>Averigüe por qué, y ejecute allí RESUME antes: esta operación lo reanudaría.</translation>
    </message>
    <message>
        <source>%1 runs on another host than %2, whose address there is not known.</source>
        <translation>%1 se ejecuta en un host distinto del de %2, cuya dirección allí no se conoce.</translation>
    </message>
    <message>
        <source>Give %1 in the cluster&apos;s settings a host name that is right everywhere.</source>
        <translation>Dé a %1, en la configuración del clúster, un nombre de host que sea correcto en todas partes.</translation>
    </message>
    <message>
        <source>None was named, and none was found.</source>
        <translation>No se indicó ninguno ni se encontró ninguno.</translation>
    </message>
    <message>
        <source>Left alone: %1.</source>
        <translation>Se deja como está: %1.</translation>
    </message>
    <message>
        <source>Its clients get errors until you have pointed it at the new primary.</source>
        <translation>Sus clientes reciben errores hasta que usted lo haya dirigido al nuevo primario.</translation>
    </message>
    <message>
        <source>%1 will be paused for %2 and pointed at %3.</source>
        <translation>%1 se pondrá en pausa para %2 y se dirigirá a %3.</translation>
    </message>
    <message>
        <source>In session mode: %1.</source>
        <translation>En modo session: %1.</translation>
    </message>
    <message>
        <source>There a client is waited for until it disconnects; if one stays longer than ten seconds, nothing is changed. Set pool_mode = transaction if the applications bear it.</source>
        <translation>Ahí se espera a cada cliente hasta que se desconecta; si uno se queda más de diez segundos, no se cambia nada. Ponga pool_mode = transaction si las aplicaciones lo toleran.</translation>
    </message>
    <message>
        <source>PgBouncer in front of the primary</source>
        <translation>PgBouncer delante del primario</translation>
    </message>
    <message>
        <source>Paused while the role is handed over, it keeps its clients waiting instead of failing.</source>
        <translation>En pausa mientras se entrega el rol, mantiene a sus clientes en espera en vez de que fallen.</translation>
    </message>
    <message>
        <source>PgBouncer %1:%2</source>
        <translation>PgBouncer %1:%2</translation>
    </message>
    <message>
        <source>The configuration file of %1 was not found.</source>
        <translation>No se encontró el archivo de configuración de %1.</translation>
    </message>
    <message>
        <source>Name it with pgbouncer-config, with the host before it: ssh:db1:/etc/pgbouncer/pgbouncer.ini; or leave PgBouncer alone with pgbouncer = none.</source>
        <translation>Indíquelo con pgbouncer-config, precedido del host: ssh:db1:/etc/pgbouncer/pgbouncer.ini; o deje PgBouncer como está con pgbouncer = none.</translation>
    </message>
    <message>
        <source>%1 does not answer as an admin console of PgBouncer.</source>
        <translation>%1 no responde como consola de administración de PgBouncer.</translation>
    </message>
    <message>
        <source>Its connection settings end with dbname=pgbouncer, and its user is one of admin_users.</source>
        <translation>Sus parámetros de conexión terminan en dbname=pgbouncer, y su usuario es uno de admin_users.</translation>
    </message>
    <message>
        <source>PgBouncer</source>
        <translation>PgBouncer</translation>
    </message>
    <message>
        <source>Connection settings of the admin console of a PgBouncer in front of the primary, as in &quot;host=db1 port=6432 user=admin dbname=pgbouncer&quot;; several are separated by semicolons. Its clients wait while the role is handed over, and none of their transactions fails. Suggested are those that were found; &quot;none&quot; leaves them alone.</source>
        <translation>Parámetros de conexión de la consola de administración de un PgBouncer delante del primario, como en &quot;host=db1 port=6432 user=admin dbname=pgbouncer&quot;; si son varios, se separan con punto y coma. Sus clientes esperan mientras se entrega el rol, y no falla ninguna de sus transacciones. Se sugieren los que se encontraron; &quot;none&quot; los deja como están.</translation>
    </message>
    <message>
        <source>PgBouncer&apos;s configuration file</source>
        <translation>Archivo de configuración de PgBouncer</translation>
    </message>
    <message>
        <source>Where Howdah does not find it: a path on this machine, or with its host before it, as in ssh:db1:/etc/pgbouncer/pgbouncer.ini; several in the order of the consoles, separated by semicolons.</source>
        <translation>Para cuando Howdah no lo encuentra: una ruta en esta máquina, o precedida de su host, como en ssh:db1:/etc/pgbouncer/pgbouncer.ini; si son varios, en el orden de las consolas y separados con punto y coma.</translation>
    </message>
    <message>
        <source>Let clients of %1 on %2 wait</source>
        <translation>Hacer esperar a los clientes de %1 en %2</translation>
    </message>
    <message>
        <source>Let clients of %1 on %2 go on</source>
        <translation>Dejar continuar a los clientes de %1 en %2</translation>
    </message>
    <message>
        <source>Point %1 at %2:%3 in %4</source>
        <translation>Dirigir %1 a %2:%3 en %4</translation>
    </message>
    <message>
        <source>Let %1 read its configuration</source>
        <translation>Hacer que %1 lea su configuración</translation>
    </message>
    <message>
        <source>%1 has %2 at %3:%4</source>
        <translation>%1 tiene %2 en %3:%4</translation>
    </message>
    <message>
        <source>See %1 lead there</source>
        <translation>Ver que %1 lleva allí</translation>
    </message>
    <message>
        <source>Keep a copy of PgBouncer&apos;s configuration</source>
        <translation>Guardar una copia de la configuración de PgBouncer</translation>
    </message>
    <message>
        <source>Copy %1 to %2</source>
        <translation>Copiar %1 a %2</translation>
    </message>
    <message>
        <source>Remove the copy %1</source>
        <translation>Eliminar la copia %1</translation>
    </message>
    <message>
        <source>Let PgBouncer&apos;s clients wait</source>
        <translation>Hacer esperar a los clientes de PgBouncer</translation>
    </message>
    <message>
        <source>Pause what leads to the primary</source>
        <translation>Poner en pausa lo que lleva al primario</translation>
    </message>
    <message>
        <source>Resume what leads to the primary</source>
        <translation>Reanudar lo que lleva al primario</translation>
    </message>
    <message>
        <source>Point PgBouncer at %1 and let its clients go on</source>
        <translation>Dirigir PgBouncer a %1 y dejar continuar a sus clientes</translation>
    </message>
    <message>
        <source>Point what led to the old primary at %1</source>
        <translation>Dirigir a %1 lo que llevaba al antiguo primario</translation>
    </message>
    <message>
        <source>Stand by to let the clients go on, should this console end before its work is done</source>
        <translation>Quedar a la espera para dejar continuar a los clientes, si esta consola termina antes de completar su trabajo</translation>
    </message>
    <message>
        <source>The clients of %1 wait no longer; they get errors as long as it leads to no primary.</source>
        <translation>Los clientes de %1 ya no esperan; reciben errores mientras no lleve a ningún primario.</translation>
    </message>
</context>
<context>
    <name>howdah::PortReservation</name>
    <message>
        <source>There are not %1 free ports between %2 and %3.</source>
        <translation>No hay %1 puertos libres entre %2 y %3.</translation>
    </message>
    <message>
        <source>End some of the servers that listen there.</source>
        <translation>Termine algunos de los servidores que escuchan allí.</translation>
    </message>
</context>
<context>
    <name>howdah::PostgresBinaries</name>
    <message>
        <source>There is no PostgreSQL in %1.</source>
        <translation>No hay ningún PostgreSQL en %1.</translation>
    </message>
    <message>
        <source>Give the directory that holds &quot;postgres&quot; and &quot;pg_ctl&quot;.</source>
        <translation>Indique el directorio que contiene &quot;postgres&quot; y &quot;pg_ctl&quot;.</translation>
    </message>
    <message>
        <source>There is no PostgreSQL in %1, which HOWDAH_PG_BINDIR names.</source>
        <translation>No hay ningún PostgreSQL en %1, que es lo que indica HOWDAH_PG_BINDIR.</translation>
    </message>
    <message>
        <source>Give the directory that holds &quot;postgres&quot; and &quot;pg_ctl&quot;, or unset HOWDAH_PG_BINDIR.</source>
        <translation>Indique el directorio que contiene &quot;postgres&quot; y &quot;pg_ctl&quot;, o quite HOWDAH_PG_BINDIR.</translation>
    </message>
    <message>
        <source>No PostgreSQL server programs were found on %1.</source>
        <translation>No se encontraron programas de servidor de PostgreSQL en %1.</translation>
    </message>
    <message>
        <source>Install the package &quot;postgresql&quot;, or set HOWDAH_PG_BINDIR to the directory of &quot;postgres&quot; and &quot;pg_ctl&quot;.</source>
        <translation>Instale el paquete &quot;postgresql&quot;, o ponga HOWDAH_PG_BINDIR en el directorio de &quot;postgres&quot; y &quot;pg_ctl&quot;.</translation>
    </message>
</context>
<context>
    <name>howdah::Preparation</name>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido, como se pidió.</translation>
    </message>
</context>
<context>
    <name>howdah::PreparePrimary</name>
    <message>
        <source>A role&apos;s name has 1 to 63 bytes and no line breaks.</source>
        <translation>El nombre de un rol tiene de 1 a 63 bytes y ningún salto de línea.</translation>
    </message>
    <message>
        <source>PostgreSQL keeps that name for itself.</source>
        <translation>PostgreSQL se reserva ese nombre.</translation>
    </message>
    <message>
        <source>pg_hba.conf would take a name that begins with &quot;/&quot; for a pattern.</source>
        <translation>pg_hba.conf tomaría por un patrón un nombre que empiece por &quot;/&quot;.</translation>
    </message>
    <message>
        <source>Give addresses, networks or host names, separated by commas; &quot;all&quot; or a network of everybody is not accepted.</source>
        <translation>Indique direcciones, redes o nombres de host, separados por comas; no se acepta &quot;all&quot; ni una red que incluya a todos.</translation>
    </message>
    <message>
        <source>A parameter&apos;s value cannot hold a line break.</source>
        <translation>El valor de un parámetro no puede contener un salto de línea.</translation>
    </message>
    <message>
        <source>This looks like a secret, and what is set here is put on record. Set it by hand with ALTER SYSTEM.</source>
        <translation>Esto parece un secreto, y lo que se fija aquí queda registrado. Fíjelo a mano con ALTER SYSTEM.</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primario</translation>
    </message>
    <message>
        <source>The primary to prepare.</source>
        <translation>El primario que se prepara.</translation>
    </message>
    <message>
        <source>Replication role</source>
        <translation>Rol de replicación</translation>
    </message>
    <message>
        <source>The role that standbys log in as; it is created when it is not there.</source>
        <translation>El rol con el que los standbys inician sesión; se crea si no existe.</translation>
    </message>
    <message>
        <source>Addresses of standbys</source>
        <translation>Direcciones de los standbys</translation>
    </message>
    <message>
        <source>Each gets a line of its own in pg_hba.conf, with scram-sha-256.</source>
        <translation>Cada una recibe una línea propia en pg_hba.conf, con scram-sha-256.</translation>
    </message>
    <message>
        <source>Password file</source>
        <translation>Archivo de contraseñas</translation>
    </message>
    <message>
        <source>On the primary&apos;s host, as ~/.pgpass: a new role gets the password that it holds for it; when there is none, one is made and put there.</source>
        <translation>En el host del primario, como ~/.pgpass: un rol nuevo recibe la contraseña que contiene para él; si no hay ninguna, se crea una y se pone allí.</translation>
    </message>
    <message>
        <source>Rights for pg_rewind</source>
        <translation>Permisos para pg_rewind</translation>
    </message>
    <message>
        <source>Let the role read the server&apos;s files, so that an old primary can come back by pg_rewind without a superuser.</source>
        <translation>Permitir que el rol lea los archivos del servidor, para que un antiguo primario pueda volver mediante pg_rewind sin un superusuario.</translation>
    </message>
    <message>
        <source>Restart if needed</source>
        <translation>Reiniciar si hace falta</translation>
    </message>
    <message>
        <source>Some settings take effect only then; otherwise they are left pending.</source>
        <translation>Algunos parámetros solo surten efecto entonces; si no, quedan pendientes.</translation>
    </message>
    <message>
        <source>Write settings with</source>
        <translation>Escribir los parámetros con</translation>
    </message>
    <message>
        <source>ALTER SYSTEM (postgresql.auto.conf), or at the end of the configuration file.</source>
        <translation>ALTER SYSTEM (postgresql.auto.conf), o al final del archivo de configuración.</translation>
    </message>
    <message>
        <source>ALTER SYSTEM</source>
        <translation>ALTER SYSTEM</translation>
    </message>
    <message>
        <source>the configuration file</source>
        <translation>el archivo de configuración</translation>
    </message>
    <message>
        <source>%1 may read every file of the server from then on, as pg_rewind must.</source>
        <translation>%1 puede leer desde entonces todos los archivos del servidor, como necesita pg_rewind.</translation>
    </message>
    <message>
        <source>%1 is restarted: every session is ended, and nothing can be written until it is back.</source>
        <translation>%1 se reinicia: todas las sesiones terminan, y no se puede escribir nada hasta que vuelva.</translation>
    </message>
    <message>
        <source>Some settings wait for a restart of %1.</source>
        <translation>Algunos parámetros esperan un reinicio de %1.</translation>
    </message>
    <message>
        <source>A copy of each file that changes stays beside it, as &quot;….before-howdah-%1&quot;.</source>
        <translation>Junto a cada archivo que cambia queda una copia de él, como &quot;….before-howdah-%1&quot;.</translation>
    </message>
    <message>
        <source>Restart %1 at a good moment: until then some of it is pending.</source>
        <translation>Reinicie %1 en un buen momento: hasta entonces, una parte queda pendiente.</translation>
    </message>
    <message>
        <source>Copy the line of %1 from %2 to each host that will hold a standby.</source>
        <translation>Copie la línea de %1 de %2 a cada host que vaya a alojar un standby.</translation>
    </message>
    <message>
        <source>Clone a standby.</source>
        <translation>Clone un standby.</translation>
    </message>
    <message>
        <source>Prepare a primary</source>
        <translation>Preparar un primario</translation>
    </message>
    <message>
        <source>Makes a primary fit for standbys: settings, a replication role, lines in pg_hba.conf.</source>
        <translation>Deja un primario listo para tener standbys: parámetros, un rol de replicación, líneas en pg_hba.conf.</translation>
    </message>
    <message>
        <source>No primary of this cluster answers.</source>
        <translation>No responde ningún primario de este clúster.</translation>
    </message>
    <message>
        <source>Connected as a superuser to %1.</source>
        <translation>Conectado como superusuario a %1.</translation>
    </message>
    <message>
        <source>Howdah&apos;s role is no superuser on %1.</source>
        <translation>El rol de Howdah no es superusuario en %1.</translation>
    </message>
    <message>
        <source>Connect as a superuser: only such a role may see and change all that a primary needs.</source>
        <translation>Conéctese como superusuario: solo un rol así puede ver y cambiar todo lo que necesita un primario.</translation>
    </message>
    <message>
        <source>It was given to the server at its start (%1), which wins over every file.</source>
        <translation>Se indicó al servidor en su arranque (%1), lo que prevalece sobre todos los archivos.</translation>
    </message>
    <message>
        <source>postgresql.auto.conf has it too (&quot;%1&quot;), and wins over the other files.</source>
        <translation>postgresql.auto.conf también lo tiene (&quot;%1&quot;), y prevalece sobre los demás archivos.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Take it out of there first, or leave the value as it is.</source>
        <translation>Quítelo antes de ahí, o deje el valor como está.</translation>
    </message>
    <message>
        <source>Give another value.</source>
        <translation>Indique otro valor.</translation>
    </message>
    <message>
        <source>%1. It becomes &quot;%2&quot;.</source>
        <translation>%1. Pasa a ser &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 The server is restarted for it.</source>
        <translation>%1 El servidor se reinicia para ello.</translation>
    </message>
    <message>
        <source>%1 It waits for a restart.</source>
        <translation>%1 Espera un reinicio.</translation>
    </message>
    <message>
        <source>Have this operation restart the server, or do it at a better moment.</source>
        <translation>Haga que esta operación reinicie el servidor, o reinícielo en un momento mejor.</translation>
    </message>
    <message>
        <source>This version has no %1.</source>
        <translation>Esta versión no tiene %1.</translation>
    </message>
    <message>
        <source>Leave it away, and check again.</source>
        <translation>Omítalo y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>Its value looks like a secret, which must not be put on record.</source>
        <translation>Su valor parece un secreto, que no debe quedar registrado.</translation>
    </message>
    <message>
        <source>Change it by hand with ALTER SYSTEM, where nothing is journalled.</source>
        <translation>Cámbielo a mano con ALTER SYSTEM, donde nada se anota en el diario.</translation>
    </message>
    <message>
        <source>It should be &quot;%1&quot;.</source>
        <translation>Debería ser &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>archive_mode is off: WAL is kept only as long as slots need it.</source>
        <translation>archive_mode está en off: el WAL se conserva solo mientras los slots lo necesitan.</translation>
    </message>
    <message>
        <source>archive_mode is %1, but there is neither archive_command nor archive_library.</source>
        <translation>archive_mode es %1, pero no hay archive_command ni archive_library.</translation>
    </message>
    <message>
        <source>Give one: until then finished WAL gathers on the primary&apos;s disk.</source>
        <translation>Indique uno: hasta entonces, el WAL terminado se acumula en el disco del primario.</translation>
    </message>
    <message>
        <source>archive_mode is %1, by %2.</source>
        <translation>archive_mode es %1, mediante %2.</translation>
    </message>
    <message>
        <source>%1 has %2 = %3, less than the primary would get (%4): it would stop replaying.</source>
        <translation>%1 tiene %2 = %3, menos de lo que tendría el primario (%4): dejaría de reproducir.</translation>
    </message>
    <message>
        <source>Raise it on the standbys first, and restart them.</source>
        <translation>Auméntelo antes en los standbys, y reinícielos.</translation>
    </message>
    <message>
        <source>No standby has less than the primary.</source>
        <translation>Ningún standby tiene menos que el primario.</translation>
    </message>
    <message>
        <source>No setting is changed.</source>
        <translation>No se cambia ningún parámetro.</translation>
    </message>
    <message>
        <source>They go to postgresql.auto.conf, which wins over all other files.</source>
        <translation>Van a postgresql.auto.conf, que prevalece sobre todos los demás archivos.</translation>
    </message>
    <message>
        <source>The server forbids ALTER SYSTEM (allow_alter_system is off).</source>
        <translation>El servidor prohíbe ALTER SYSTEM (allow_alter_system está en off).</translation>
    </message>
    <message>
        <source>Write them into the configuration file.</source>
        <translation>Escríbalos en el archivo de configuración.</translation>
    </message>
    <message>
        <source>They go to the end of %1, which wins over what stands before.</source>
        <translation>Van al final de %1, que prevalece sobre lo que está antes.</translation>
    </message>
    <message>
        <source>Let the server&apos;s owner write there, or choose ALTER SYSTEM.</source>
        <translation>Permita al propietario del servidor escribir allí, o elija ALTER SYSTEM.</translation>
    </message>
    <message>
        <source>There is no role %1 yet: it is created, with LOGIN and REPLICATION.</source>
        <translation>Todavía no existe el rol %1: se crea, con LOGIN y REPLICATION.</translation>
    </message>
    <message>
        <source>The password of the role %1 has expired (VALID UNTIL).</source>
        <translation>La contraseña del rol %1 ha caducado (VALID UNTIL).</translation>
    </message>
    <message>
        <source>Prolong it with ALTER ROLE … VALID UNTIL, or choose another role.</source>
        <translation>Prolónguela con ALTER ROLE … VALID UNTIL, o elija otro rol.</translation>
    </message>
    <message>
        <source>The role %1 has a password of the old kind (md5), which scram-sha-256 does not take.</source>
        <translation>El rol %1 tiene una contraseña del tipo antiguo (md5), que scram-sha-256 no acepta.</translation>
    </message>
    <message>
        <source>Set its password anew (\password in psql), or choose another role.</source>
        <translation>Fije de nuevo su contraseña (\password en psql), o elija otro rol.</translation>
    </message>
    <message>
        <source>The role %1 may log in and replicate.</source>
        <translation>El rol %1 puede iniciar sesión y replicar.</translation>
    </message>
    <message>
        <source>The role %1 is there, and is given %2.</source>
        <translation>El rol %1 existe, y se le concede %2.</translation>
    </message>
    <message>
        <source>The role %1 has a password and keeps it.</source>
        <translation>El rol %1 tiene una contraseña y la conserva.</translation>
    </message>
    <message>
        <source>No password file is named, and %1 has no home that is known.</source>
        <translation>No se indica ningún archivo de contraseñas, y no se conoce ningún directorio personal de %1.</translation>
    </message>
    <message>
        <source>Name one: it holds the role&apos;s password, or will.</source>
        <translation>Indique uno: contiene la contraseña del rol, o la contendrá.</translation>
    </message>
    <message>
        <source>Mend that, or name another password file.</source>
        <translation>Corrija eso, o indique otro archivo de contraseñas.</translation>
    </message>
    <message>
        <source>A password is made, and put into %1 on the primary&apos;s host.</source>
        <translation>Se crea una contraseña y se pone en %1 en el host del primario.</translation>
    </message>
    <message>
        <source>%1 holds a password for %2, which the role is given.</source>
        <translation>%1 contiene una contraseña para %2, que se asigna al rol.</translation>
    </message>
    <message>
        <source>Errors in %1: %2</source>
        <translation>Errores en %1: %2</translation>
    </message>
    <message>
        <source>Mend these lines first: the server would ignore the whole file.</source>
        <translation>Corrija antes estas líneas: el servidor ignoraría todo el archivo.</translation>
    </message>
    <message>
        <source>No addresses are named, so the file stays as it is.</source>
        <translation>No se indica ninguna dirección, así que el archivo se queda como está.</translation>
    </message>
    <message>
        <source>Let the server&apos;s owner write there, or add the lines by hand.</source>
        <translation>Permita al propietario del servidor escribir allí, o añada las líneas a mano.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sessions on %1: %2.</source>
        <translation>Sesiones en %1: %2.</translation>
    </message>
    <message>
        <source>The restart ends them. Choose a quiet moment.</source>
        <translation>El reinicio las termina. Elija un momento tranquilo.</translation>
    </message>
    <message>
        <source>The role has the right</source>
        <translation>El rol tiene el permiso</translation>
    </message>
    <message>
        <source>Settings, roles and rights of the server are changed.</source>
        <translation>Se cambian parámetros, roles y permisos del servidor.</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>With an archive a standby can catch up after any pause.</source>
        <translation>Con un archivo de WAL, un standby puede ponerse al día tras cualquier pausa.</translation>
    </message>
    <message>
        <source>Standbys have no less than the primary</source>
        <translation>Los standbys no tienen menos que el primario</translation>
    </message>
    <message>
        <source>A standby with fewer connections or walsenders stops replaying, or does not start.</source>
        <translation>Un standby con menos conexiones o walsenders deja de reproducir, o no arranca.</translation>
    </message>
    <message>
        <source>Where the settings go</source>
        <translation>Adónde van los parámetros</translation>
    </message>
    <message>
        <source>Of several files that name a setting, one wins.</source>
        <translation>De varios archivos que nombran un parámetro, prevalece uno.</translation>
    </message>
    <message>
        <source>The replication role</source>
        <translation>El rol de replicación</translation>
    </message>
    <message>
        <source>Standbys should not log in as a superuser.</source>
        <translation>Los standbys no deberían iniciar sesión como superusuario.</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>It is on no command line and in no record: the server gets a verifier made from it.</source>
        <translation>No está en ninguna línea de órdenes ni en ningún registro: el servidor recibe un verificador hecho a partir de ella.</translation>
    </message>
    <message>
        <source>pg_hba.conf admits the standbys</source>
        <translation>pg_hba.conf admite a los standbys</translation>
    </message>
    <message>
        <source>The first line that fits a connection decides, so an earlier one can shadow it.</source>
        <translation>Decide la primera línea que corresponde a una conexión, así que una anterior puede ocultarla.</translation>
    </message>
    <message>
        <source>Who is connected</source>
        <translation>Quién está conectado</translation>
    </message>
    <message>
        <source>A restart ends every session and rolls open transactions back.</source>
        <translation>Un reinicio termina todas las sesiones y revierte las transacciones abiertas.</translation>
    </message>
    <message>
        <source>%1 belongs to %2, the server to %3.</source>
        <translation>%1 pertenece a %2, el servidor a %3.</translation>
    </message>
    <message>
        <source>%1 is read-only for its owner: somebody protects it.</source>
        <translation>%1 es de solo lectura para su propietario: alguien lo protege.</translation>
    </message>
    <message>
        <source>%1 may not write in %2, which putting a changed file in its place needs.</source>
        <translation>%1 no puede escribir en %2, lo que es necesario para poner en su lugar un archivo cambiado.</translation>
    </message>
    <message>
        <source>%1 is shared with the group %2, which a file written by %3 would lose.</source>
        <translation>%1 se comparte con el grupo %2, lo que se perdería en un archivo escrito por %3.</translation>
    </message>
    <message>
        <source>No primary is named.</source>
        <translation>No se indica ningún primario.</translation>
    </message>
    <message>
        <source>%1 may not write in %2.</source>
        <translation>%1 no puede escribir en %2.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s clients do not read %1: it must be %2&apos;s alone.</source>
        <translation>Los clientes de PostgreSQL no leen %1: debe ser solo de %2.</translation>
    </message>
    <message>
        <source>%1 is admitted already: %2</source>
        <translation>%1 ya se admite: %2</translation>
    </message>
    <message>
        <source>%1 is admitted before line %2 decides: %3</source>
        <translation>%1 se admite antes de que decida la línea %2: %3</translation>
    </message>
    <message>
        <source>%1 is admitted at the end.</source>
        <translation>%1 se admite al final.</translation>
    </message>
    <message>
        <source>Put the copy of %1 back, if the server is down</source>
        <translation>Volver a poner la copia de %1, si el servidor está detenido</translation>
    </message>
    <message>
        <source>Start %1 again, if it is down</source>
        <translation>Arrancar de nuevo %1, si está detenido</translation>
    </message>
    <message>
        <source>%1 opens a replication connection with the password in %2</source>
        <translation>%1 abre una conexión de replicación con la contraseña de %2</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>%1 was started anew as a primary, and none of these settings waits any more</source>
        <translation>%1 arrancó de nuevo como primario, y ninguno de estos parámetros espera ya</translation>
    </message>
    <message>
        <source>See that %1 can replicate</source>
        <translation>Ver que %1 puede replicar</translation>
    </message>
    <message>
        <source>this operation made the role %1</source>
        <translation>esta operación creó el rol %1</translation>
    </message>
    <message>
        <source>there is no role %1 of this operation</source>
        <translation>no hay ningún rol %1 de esta operación</translation>
    </message>
    <message>
        <source>Make a password for %1 and put it into %2</source>
        <translation>Crear una contraseña para %1 y ponerla en %2</translation>
    </message>
    <message>
        <source>Create the role %1 with LOGIN and REPLICATION</source>
        <translation>Crear el rol %1 con LOGIN y REPLICATION</translation>
    </message>
    <message>
        <source>Give the role %1 %2</source>
        <translation>Dar al rol %1 %2</translation>
    </message>
    <message>
        <source>Give the role %1 the password that %2 holds</source>
        <translation>Dar al rol %1 la contraseña que contiene %2</translation>
    </message>
    <message>
        <source>Let %1 execute what pg_rewind needs</source>
        <translation>Permitir a %1 ejecutar lo que necesita pg_rewind</translation>
    </message>
    <message>
        <source>Take those functions from %1 again</source>
        <translation>Volver a quitar esas funciones a %1</translation>
    </message>
    <message>
        <source>Take the password of %1 again</source>
        <translation>Volver a quitar la contraseña de %1</translation>
    </message>
    <message>
        <source>Take from %1 what it was given</source>
        <translation>Quitar a %1 lo que se le dio</translation>
    </message>
    <message>
        <source>Drop the role %1, if this operation made it</source>
        <translation>Eliminar el rol %1, si lo creó esta operación</translation>
    </message>
    <message>
        <source>Take the password of %1 out of %2</source>
        <translation>Quitar de %2 la contraseña de %1</translation>
    </message>
    <message>
        <source>%1 may log in and replicate, and has a scram-sha-256 password</source>
        <translation>%1 puede iniciar sesión y replicar, y tiene una contraseña scram-sha-256</translation>
    </message>
    <message>
        <source>%1 may execute %2</source>
        <translation>%1 puede ejecutar %2</translation>
    </message>
    <message>
        <source>The replication role %1</source>
        <translation>El rol de replicación %1</translation>
    </message>
    <message>
        <source>How much the WAL says.</source>
        <translation>Cuánto dice el WAL.</translation>
    </message>
    <message>
        <source>With &quot;minimal&quot; the WAL does not say enough for a standby.</source>
        <translation>Con &quot;minimal&quot; el WAL no dice lo suficiente para un standby.</translation>
    </message>
    <message>
        <source>How many standbys and base backups may be served at a time.</source>
        <translation>Cuántos standbys y copias base se pueden atender a la vez.</translation>
    </message>
    <message>
        <source>Each standby takes one, a base backup two.</source>
        <translation>Cada standby ocupa uno; una copia base, dos.</translation>
    </message>
    <message>
        <source>How many replication slots there may be.</source>
        <translation>Cuántos slots de replicación puede haber.</translation>
    </message>
    <message>
        <source>Each standby has a slot, so that the WAL it still needs is kept.</source>
        <translation>Cada standby tiene un slot, para que se conserve el WAL que aún necesita.</translation>
    </message>
    <message>
        <source>The addresses that the server listens on.</source>
        <translation>Las direcciones en las que escucha el servidor.</translation>
    </message>
    <message>
        <source>A standby on another host must be able to connect.</source>
        <translation>Un standby en otro host debe poder conectarse.</translation>
    </message>
    <message>
        <source>Whether a standby answers queries.</source>
        <translation>Si un standby responde a consultas.</translation>
    </message>
    <message>
        <source>A standby that takes this configuration over can be looked at, and watched, only with it.</source>
        <translation>Un standby que adopta esta configuración solo se puede consultar y vigilar con él.</translation>
    </message>
    <message>
        <source>What pg_rewind needs where there are no data checksums.</source>
        <translation>Lo que necesita pg_rewind donde no hay sumas de verificación de datos.</translation>
    </message>
    <message>
        <source>An old primary can come back by pg_rewind only with it, or with data checksums.</source>
        <translation>Un antiguo primario puede volver mediante pg_rewind solo con él, o con sumas de verificación de datos.</translation>
    </message>
    <message>
        <source>How much WAL replication slots may hold back; half of the free disk is suggested.</source>
        <translation>Cuánto WAL pueden retener los slots de replicación; se sugiere la mitad del espacio libre en disco.</translation>
    </message>
    <message>
        <source>Without a limit a standby that is gone fills the primary&apos;s disk.</source>
        <translation>Sin un límite, un standby que ha desaparecido llena el disco del primario.</translation>
    </message>
    <message>
        <source>Whether finished WAL is archived.</source>
        <translation>Si se archiva el WAL terminado.</translation>
    </message>
    <message>
        <source>With an archive a standby can catch up after any pause, and the cluster can go back in time.</source>
        <translation>Con un archivo de WAL, un standby puede ponerse al día tras cualquier pausa, y el clúster puede volver atrás en el tiempo.</translation>
    </message>
    <message>
        <source>What archives a WAL file. It must be durable and refuse to overwrite another file.</source>
        <translation>Lo que archiva un archivo de WAL. Debe ser duradero y negarse a sobrescribir otro archivo.</translation>
    </message>
    <message>
        <source>While it fails, WAL gathers on the primary&apos;s disk.</source>
        <translation>Mientras falla, el WAL se acumula en el disco del primario.</translation>
    </message>
    <message>
        <source>A library in place of archive_command (from PostgreSQL 15 on).</source>
        <translation>Una biblioteca en lugar de archive_command (desde PostgreSQL 15).</translation>
    </message>
    <message>
        <source>It archives in place of archive_command.</source>
        <translation>Archiva en lugar de archive_command.</translation>
    </message>
    <message>
        <source>Keep a copy of %1 beside it, as %2</source>
        <translation>Conservar una copia de %1 a su lado, como %2</translation>
    </message>
    <message>
        <source>Remove the copy %1</source>
        <translation>Eliminar la copia %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar %1</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Establecer %1</translation>
    </message>
    <message>
        <source>%1 is set to &quot;%2&quot; in the files, and the server can read it</source>
        <translation>%1 está puesto en &quot;%2&quot; en los archivos, y el servidor puede leerlo</translation>
    </message>
    <message>
        <source>%1 waits for a restart, or is in force</source>
        <translation>%1 espera un reinicio o está en vigor</translation>
    </message>
    <message>
        <source>%1 is in force</source>
        <translation>%1 está en vigor</translation>
    </message>
    <message>
        <source>the server finds no error in pg_hba.conf</source>
        <translation>el servidor no encuentra ningún error en pg_hba.conf</translation>
    </message>
    <message>
        <source>See that the server can read it</source>
        <translation>Ver que el servidor puede leerlo</translation>
    </message>
    <message>
        <source>pg_hba.conf admits %1 from %2</source>
        <translation>pg_hba.conf admite %1 desde %2</translation>
    </message>
    <message>
        <source>there is no copy %1</source>
        <translation>no hay ninguna copia %1</translation>
    </message>
    <message>
        <source>there is a copy %1</source>
        <translation>hay una copia %1</translation>
    </message>
    <message>
        <source>Put the copy of %1 back, unless somebody else has changed the file</source>
        <translation>Volver a poner la copia de %1, salvo que otro haya cambiado el archivo</translation>
    </message>
    <message>
        <source>Admit the standbys in pg_hba.conf</source>
        <translation>Admitir a los standbys en pg_hba.conf</translation>
    </message>
    <message>
        <source>%1 is on no volume of the container &quot;%2&quot;, and what runs beside the server does not see it.</source>
        <translation>%1 no está en ningún volumen del contenedor &quot;%2&quot;, y lo que se ejecuta junto al servidor no lo ve.</translation>
    </message>
</context>
<context>
    <name>howdah::Program</name>
    <message>
        <source>The desktop cluster console for PostgreSQL.</source>
        <translation>La consola de clústeres de escritorio para PostgreSQL.</translation>
    </message>
    <message>
        <source>Show this cluster first.</source>
        <translation>Mostrar primero este clúster.</translation>
    </message>
    <message>
        <source>Make a lab cluster, clone, watch lag, fail over; write pictures and a report into this folder; take the cluster down.</source>
        <translation>Crear un clúster de laboratorio, clonar, vigilar el retraso, hacer un failover; escribir imágenes y un informe en esta carpeta; desmontar el clúster.</translation>
    </message>
    <message>
        <source>light or dark; otherwise as the desktop has it.</source>
        <translation>light o dark; si no, como lo tenga el escritorio.</translation>
    </message>
    <message>
        <source>en or es; otherwise as the desktop has it.</source>
        <translation>en o es; si no, como lo tenga el escritorio.</translation>
    </message>
    <message>
        <source>Write every page and wizard page of the cluster (--cluster) into this folder as pictures; changes nothing.</source>
        <translation>Escribe en esta carpeta, como imágenes, cada página y cada página de asistente del clúster (--cluster); no cambia nada.</translation>
    </message>
    <message>
        <source>Of the window in those pictures, 1440x900 unless said.</source>
        <translation>De la ventana en esas imágenes, 1440x900 si no se dice.</translation>
    </message>
    <message>
        <source>Of those pictures: 1, 1.5 or 2.</source>
        <translation>De esas imágenes: 1, 1.5 o 2.</translation>
    </message>
    <message>
        <source>Write a report as PDF into this file, without a window; --of says which: exercise:N or operation:ID.</source>
        <translation>Escribir un informe como PDF en este archivo, sin ventana; --of indica cuál: exercise:N u operation:ID.</translation>
    </message>
    <message>
        <source>See --pdf.</source>
        <translation>Véase --pdf.</translation>
    </message>
</context>
<context>
    <name>howdah::ProgressDots</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Step %1 of %2; %3 passed</source>
        <translation>Paso %1 de %2; superados: %3</translation>
    </message>
</context>
<context>
    <name>howdah::ReceiveWal</name>
    <message>
        <source>Receiving</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Start it, or stop what was started here.</source>
        <translation>Iniciarla, o detener lo que se inició aquí.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activada</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>The node whose WAL is received, as it is written.</source>
        <translation>El nodo cuyo WAL se recibe, según se escribe.</translation>
    </message>
    <message>
        <source>On the host of</source>
        <translation>En el host de</translation>
    </message>
    <message>
        <source>The node on whose host it runs, best not the same.</source>
        <translation>El nodo en cuyo host se ejecuta; mejor que no sea el mismo.</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>A directory of its own, which is made if need be.</source>
        <translation>Un directorio propio, que se crea si hace falta.</translation>
    </message>
    <message>
        <source>restore_command cannot name this path: it holds a single quote or a line&apos;s end.</source>
        <translation>restore_command no puede nombrar esta ruta: contiene una comilla simple o un fin de línea.</translation>
    </message>
    <message>
        <source>Replication slot</source>
        <translation>Slot de replicación</translation>
    </message>
    <message>
        <source>Keeps WAL on the server while the receiver is away.</source>
        <translation>Conserva WAL en el servidor mientras el receptor no está.</translation>
    </message>
    <message>
        <source>A slot&apos;s name has 1 to 63 lower-case letters, digits and underscores.</source>
        <translation>El nombre de un slot tiene de 1 a 63 letras minúsculas, dígitos y guiones bajos.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Of each finished segment.</source>
        <translation>De cada segmento terminado.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>gzip</source>
        <translation>gzip</translation>
    </message>
    <message>
        <source>Receive WAL as it is written</source>
        <translation>Recibir el WAL según se escribe</translation>
    </message>
    <message>
        <source>Runs pg_receivewal through a slot of its own: an archive that lacks seconds, not segments.</source>
        <translation>Ejecuta pg_receivewal mediante un slot propio: un archivo de WAL al que le faltan segundos, no segmentos.</translation>
    </message>
    <message>
        <source>What was received stays in %1.</source>
        <translation>Lo recibido se queda en %1.</translation>
    </message>
    <message>
        <source>%1 keeps WAL for it while it is away: a receiver that never comes back fills its disk (max_slot_wal_keep_size is the limit).</source>
        <translation>%1 conserva WAL para él mientras no está: un receptor que nunca vuelve llena su disco (max_slot_wal_keep_size es el límite).</translation>
    </message>
    <message>
        <source>No primary of this cluster answers.</source>
        <translation>No responde ningún primario de este clúster.</translation>
    </message>
    <message>
        <source>After a failover it needs a slot on the new primary: run this again from there.</source>
        <translation>Tras un failover necesita un slot en el nuevo primario: ejecute esto de nuevo desde allí.</translation>
    </message>
    <message>
        <source>It runs, as process %1.</source>
        <translation>Está en marcha, como proceso %1.</translation>
    </message>
    <message>
        <source>No pg_receivewal that Howdah started runs for %1.</source>
        <translation>No hay en marcha ningún pg_receivewal arrancado por Howdah para %1.</translation>
    </message>
    <message>
        <source>Only the slot is dropped then. One that systemd runs is stopped by systemctl.</source>
        <translation>En ese caso solo se elimina el slot. Uno que ejecuta systemd se detiene con systemctl.</translation>
    </message>
    <message>
        <source>One runs there already, as process %1.</source>
        <translation>Ya hay uno en marcha allí, como proceso %1.</translation>
    </message>
    <message>
        <source>Stop it first (receive-wal --receiving off), or choose another directory.</source>
        <translation>Deténgalo antes (receive-wal --receiving off) o elija otro directorio.</translation>
    </message>
    <message>
        <source>%1/pg_receivewal is there.</source>
        <translation>%1/pg_receivewal existe.</translation>
    </message>
    <message>
        <source>There is no pg_receivewal in %1.</source>
        <translation>No hay ningún pg_receivewal en %1.</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s client programs there.</source>
        <translation>Instale allí los programas cliente de PostgreSQL.</translation>
    </message>
    <message>
        <source>There is no slot &quot;%1&quot;.</source>
        <translation>No hay ningún slot &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is dropped.</source>
        <translation>El slot &quot;%1&quot; se elimina.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is there already (%2).</source>
        <translation>El slot &quot;%1&quot; ya existe (%2).</translation>
    </message>
    <message>
        <source>Choose another name, or drop it.</source>
        <translation>Elija otro nombre o elimínelo.</translation>
    </message>
    <message>
        <source>%1 of %2 slots are taken.</source>
        <translation>%1 de %2 slots están ocupados.</translation>
    </message>
    <message>
        <source>Drop one that nobody needs, or raise max_replication_slots.</source>
        <translation>Elimine uno que nadie necesite o aumente max_replication_slots.</translation>
    </message>
    <message>
        <source>%1 of %2 walsenders are in use.</source>
        <translation>%1 de %2 walsenders están en uso.</translation>
    </message>
    <message>
        <source>Raise max_wal_senders and restart the server.</source>
        <translation>Aumente max_wal_senders y reinicie el servidor.</translation>
    </message>
    <message>
        <source>%1 lies inside the data directory.</source>
        <translation>%1 está dentro del directorio de datos.</translation>
    </message>
    <message>
        <source>Choose a directory of its own.</source>
        <translation>Elija un directorio propio.</translation>
    </message>
    <message>
        <source>%1 is no directory.</source>
        <translation>%1 no es un directorio.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 no existe.</translation>
    </message>
    <message>
        <source>Choose another one, or make it.</source>
        <translation>Elija otro o créelo.</translation>
    </message>
    <message>
        <source>%1 may not write into %2, which belongs to %3.</source>
        <translation>%1 no puede escribir en %2, que pertenece a %3.</translation>
    </message>
    <message>
        <source>Choose another one, or give it to that user.</source>
        <translation>Elija otro o déselo a ese usuario.</translation>
    </message>
    <message>
        <source>%1 is the archive of another cluster: %2.</source>
        <translation>%1 es el archivo de WAL de otro clúster: %2.</translation>
    </message>
    <message>
        <source>Choose a directory of its own for each cluster.</source>
        <translation>Elija un directorio propio para cada clúster.</translation>
    </message>
    <message>
        <source>%1 is filled by archive_command already.</source>
        <translation>%1 ya lo llena archive_command.</translation>
    </message>
    <message>
        <source>Choose another one: the two would take each other&apos;s files for foreign ones.</source>
        <translation>Elija otro: cada uno de los dos tomaría los archivos del otro por ajenos.</translation>
    </message>
    <message>
        <source>%1, with %2 free.</source>
        <translation>%1, con %2 libres.</translation>
    </message>
    <message>
        <source>It runs on the host of %1 itself.</source>
        <translation>Se ejecuta en el propio host de %1.</translation>
    </message>
    <message>
        <source>Run it on another node&apos;s host: what it is for is the day when this one is lost.</source>
        <translation>Ejecútelo en el host de otro nodo: sirve para el día en que este se pierda.</translation>
    </message>
    <message>
        <source>It runs on another host than %1.</source>
        <translation>Se ejecuta en un host distinto del de %1.</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>El programa</translation>
    </message>
    <message>
        <source>pg_receivewal comes with the server&apos;s own version.</source>
        <translation>pg_receivewal viene con la propia versión del servidor.</translation>
    </message>
    <message>
        <source>It can log in</source>
        <translation>Puede iniciar sesión</translation>
    </message>
    <message>
        <source>It runs by itself, at night too: nobody types a password.</source>
        <translation>Funciona por sí solo, también de noche: nadie escribe una contraseña.</translation>
    </message>
    <message>
        <source>%1 opens a replication connection to %2.</source>
        <translation>%1 abre una conexión de replicación a %2.</translation>
    </message>
    <message>
        <source>Not needed.</source>
        <translation>No es necesario.</translation>
    </message>
    <message>
        <source>A slot of its own</source>
        <translation>Un slot propio</translation>
    </message>
    <message>
        <source>It keeps WAL while the receiver is away.</source>
        <translation>Conserva WAL mientras el receptor no está.</translation>
    </message>
    <message>
        <source>A free walsender</source>
        <translation>Un walsender libre</translation>
    </message>
    <message>
        <source>It takes one, for as long as it runs.</source>
        <translation>Ocupa uno mientras está en marcha.</translation>
    </message>
    <message>
        <source>A place</source>
        <translation>Un lugar</translation>
    </message>
    <message>
        <source>It writes there at every hour.</source>
        <translation>Escribe allí a todas horas.</translation>
    </message>
    <message>
        <source>Away from the server</source>
        <translation>Lejos del servidor</translation>
    </message>
    <message>
        <source>An archive is for the day when the server&apos;s host is lost.</source>
        <translation>Un archivo de WAL es para el día en que se pierda el host del servidor.</translation>
    </message>
    <message>
        <source>Make the directory %1, unless it is there</source>
        <translation>Crear el directorio %1, salvo que ya exista</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Remove the directories, if nothing lies there</source>
        <translation>Eliminar los directorios, si no hay nada en ellos</translation>
    </message>
    <message>
        <source>Create the slot &quot;%1&quot; on %2, which keeps WAL from now on</source>
        <translation>Crear en %2 el slot &quot;%1&quot;, que conserva WAL desde ahora</translation>
    </message>
    <message>
        <source>Drop the slot &quot;%1&quot;, unless somebody uses it</source>
        <translation>Eliminar el slot &quot;%1&quot;, salvo que alguien lo use</translation>
    </message>
    <message>
        <source>Stop the pg_receivewal of %1, if it runs</source>
        <translation>Detener el pg_receivewal de %1, si está en marcha</translation>
    </message>
    <message>
        <source>nobody uses the slot &quot;%1&quot;</source>
        <translation>nadie usa el slot &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Wait until the slot is free</source>
        <translation>Esperar a que el slot esté libre</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>está en marcha</translation>
    </message>
    <message>
        <source>Start %1 in the background</source>
        <translation>Arrancar %1 en segundo plano</translation>
    </message>
    <message>
        <source>there is no slot &quot;%1&quot; any more</source>
        <translation>ya no hay ningún slot &quot;%1&quot;</translation>
    </message>
    <message>
        <source>pg_receivewal streams from %1 through the slot</source>
        <translation>pg_receivewal replica desde %1 mediante el slot</translation>
    </message>
    <message>
        <source>a segment is being written in %1</source>
        <translation>se está escribiendo un segmento en %1</translation>
    </message>
    <message>
        <source>Prepare the directory</source>
        <translation>Preparar el directorio</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Ponerlo en marcha</translation>
    </message>
    <message>
        <source>It runs until it ends, or that host is restarted: nobody starts it again.</source>
        <translation>Funciona hasta que termina o se reinicia ese host: nadie lo arranca de nuevo.</translation>
    </message>
    <message>
        <source>Nobody was told to start it again.</source>
        <translation>No se encargó a nadie arrancarlo de nuevo.</translation>
    </message>
    <message>
        <source>It is not started again any more.</source>
        <translation>Ya no se arranca de nuevo.</translation>
    </message>
    <message>
        <source>systemd runs it as %1.</source>
        <translation>systemd lo ejecuta como %1.</translation>
    </message>
    <message>
        <source>systemd does not run on that host, or Howdah does not log in there as root.</source>
        <translation>systemd no se ejecuta en ese host, o Howdah no inicia sesión allí como root.</translation>
    </message>
    <message>
        <source>Let cron keep it, or nobody.</source>
        <translation>Deje que lo mantenga cron, o nadie.</translation>
    </message>
    <message>
        <source>There is no crontab program on that host.</source>
        <translation>No hay ningún programa crontab en ese host.</translation>
    </message>
    <message>
        <source>Install cron.</source>
        <translation>Instale cron.</translation>
    </message>
    <message>
        <source>cron looks each minute whether it runs.</source>
        <translation>cron mira cada minuto si está en marcha.</translation>
    </message>
    <message>
        <source>No cron daemon runs on that host.</source>
        <translation>No se ejecuta ningún daemon de cron en ese host.</translation>
    </message>
    <message>
        <source>Start it.</source>
        <translation>Arránquelo.</translation>
    </message>
    <message>
        <source>Nobody starts it again after a crash, or a restart of that host.</source>
        <translation>Nadie lo arranca de nuevo tras una caída o un reinicio de ese host.</translation>
    </message>
    <message>
        <source>Let systemd or cron keep it, where that host has one of them.</source>
        <translation>Deje que lo mantenga systemd o cron, si ese host tiene alguno de los dos.</translation>
    </message>
    <message>
        <source>Kept running by</source>
        <translation>Lo mantiene en marcha</translation>
    </message>
    <message>
        <source>Who starts it again after a crash, and when that host has started. systemd: a service of its own. cron: a line in the crontab of the files&apos; owner.</source>
        <translation>Quién lo arranca de nuevo tras una caída y cuando ese host ha arrancado. systemd: un servicio propio. cron: una línea en el crontab del propietario de los archivos.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>It is started again</source>
        <translation>Se arranca de nuevo</translation>
    </message>
    <message>
        <source>While it is away nothing is received, and the server keeps its WAL for it.</source>
        <translation>Mientras no está, no se recibe nada, y el servidor conserva su WAL para él.</translation>
    </message>
    <message>
        <source>Let systemd read its units again</source>
        <translation>Hacer que systemd lea de nuevo sus unidades</translation>
    </message>
    <message>
        <source>Have systemd start it, now and with the host</source>
        <translation>Hacer que systemd lo arranque, ahora y con el host</translation>
    </message>
    <message>
        <source>Have systemd stop it, and start it no more</source>
        <translation>Hacer que systemd lo detenga y deje de arrancarlo</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 no existe</translation>
    </message>
</context>
<context>
    <name>howdah::Recover</name>
    <message>
        <source>Beside</source>
        <translation>Junto a</translation>
    </message>
    <message>
        <source>The node on whose host the copy will run, and where backups and archive are read.</source>
        <translation>El nodo en cuyo host se ejecutará la copia, y donde se leen las copias de seguridad y el archivo de WAL.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo de WAL</translation>
    </message>
    <message>
        <source>The directory that the cluster archives its WAL to.</source>
        <translation>El directorio en el que el clúster archiva su WAL.</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>A directory that does not exist yet, for the copy, its log and its socket.</source>
        <translation>Un directorio que aún no exista, para la copia, su log y su socket.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Where it will listen, on this machine&apos;s loopback alone.</source>
        <translation>Dónde escuchará, solo en el loopback de esta máquina.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>For a point on a timeline that was left; the newest unless said.</source>
        <translation>Para un punto de un timeline que se abandonó; el más reciente si no se indica.</translation>
    </message>
    <message>
        <source>Recover to a point in time</source>
        <translation>Recuperar a un momento dado</translation>
    </message>
    <message>
        <source>Brings a base backup to a chosen moment beside the live server, which it cannot harm.</source>
        <translation>Lleva una copia base a un momento elegido junto al servidor activo, al que no puede dañar.</translation>
    </message>
    <message>
        <source>The live servers are not touched.</source>
        <translation>Los servidores activos no se tocan.</translation>
    </message>
    <message>
        <source>A server of its own runs in %1 on port %2 afterwards; it archives nothing and follows nobody.</source>
        <translation>Después, un servidor propio se ejecuta en %1 en el puerto %2; no archiva nada y no sigue a nadie.</translation>
    </message>
    <message>
        <source>A copy will be recovered to %1 in %2; the live servers are not touched.</source>
        <translation>Se recuperará una copia hasta %1 en %2; los servidores activos no se tocan.</translation>
    </message>
    <message>
        <source>Connect to port %1 and look whether it has what you miss.</source>
        <translation>Conéctese al puerto %1 y mire si tiene lo que le falta.</translation>
    </message>
    <message>
        <source>Recovered up to</source>
        <translation>Recuperado hasta</translation>
    </message>
    <message>
        <source>Connect with</source>
        <translation>Conectar con</translation>
    </message>
    <message>
        <source>It lies in</source>
        <translation>Está en</translation>
    </message>
    <message>
        <source>The backup %1, which ended %2.</source>
        <translation>La copia de seguridad %1, que terminó %2.</translation>
    </message>
    <message>
        <source>No archive is named: the backup reaches its own end only, %1.</source>
        <translation>No se indica ningún archivo de WAL: la copia de seguridad llega solo a su propio final, %1.</translation>
    </message>
    <message>
        <source>Name the directory that the cluster archives to.</source>
        <translation>Indique el directorio en el que archiva el clúster.</translation>
    </message>
    <message>
        <source>No archive is named: the backup reaches its own end, %1.</source>
        <translation>No se indica ningún archivo de WAL: la copia de seguridad llega a su propio final, %1.</translation>
    </message>
    <message>
        <source>Name the archive&apos;s directory for what happened later.</source>
        <translation>Indique el directorio del archivo de WAL para lo que ocurrió después.</translation>
    </message>
    <message>
        <source>WAL without a gap up to %1, on timeline %2.</source>
        <translation>WAL sin huecos hasta %1, en el timeline %2.</translation>
    </message>
    <message>
        <source>%1 is not archived yet, or missing: choose an earlier target, or let the primary switch to a new segment (pg_switch_wal).</source>
        <translation>%1 aún no está archivado, o falta: elija un destino anterior, o haga que el primario pase a un segmento nuevo (pg_switch_wal).</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>Name a directory that does not exist yet.</source>
        <translation>Indique un directorio que aún no exista.</translation>
    </message>
    <message>
        <source>%1 lies in the live server&apos;s data directory.</source>
        <translation>%1 está en el directorio de datos del servidor en servicio.</translation>
    </message>
    <message>
        <source>Choose a directory of its own.</source>
        <translation>Elija un directorio propio.</translation>
    </message>
    <message>
        <source>%1 will be made.</source>
        <translation>%1 se creará.</translation>
    </message>
    <message>
        <source>%1 may not write into %2, or it is not there.</source>
        <translation>%1 no puede escribir en %2, o no existe.</translation>
    </message>
    <message>
        <source>Choose another directory.</source>
        <translation>Elija otro directorio.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>No hay ninguno.</translation>
    </message>
    <message>
        <source>%1 free, about %2 needed.</source>
        <translation>%1 libres, se necesitan unos %2.</translation>
    </message>
    <message>
        <source>Make room, or choose another directory.</source>
        <translation>Libere espacio o elija otro directorio.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 está libre.</translation>
    </message>
    <message>
        <source>Something listens on %1.</source>
        <translation>Algo escucha en %1.</translation>
    </message>
    <message>
        <source>Choose another port.</source>
        <translation>Elija otro puerto.</translation>
    </message>
    <message>
        <source>A backup that ended before the target</source>
        <translation>Una copia de seguridad que terminó antes del destino</translation>
    </message>
    <message>
        <source>Recovery goes forward only: from the end of a base backup, through the WAL.</source>
        <translation>La recuperación solo avanza: desde el final de una copia base, a través del WAL.</translation>
    </message>
    <message>
        <source>The WAL goes there without a gap</source>
        <translation>El WAL llega hasta allí sin huecos</translation>
    </message>
    <message>
        <source>One missing segment, and recovery ends in front of it.</source>
        <translation>Si falta un segmento, la recuperación termina delante de él.</translation>
    </message>
    <message>
        <source>The copy has a place</source>
        <translation>La copia tiene un lugar</translation>
    </message>
    <message>
        <source>Nothing that lies there is replaced.</source>
        <translation>No se reemplaza nada de lo que hay allí.</translation>
    </message>
    <message>
        <source>A copy that replays their creation would write into the directories of the live server&apos;s.</source>
        <translation>Una copia que reproduzca su creación escribiría en los directorios de los del servidor en servicio.</translation>
    </message>
    <message>
        <source>Room for the copy</source>
        <translation>Espacio para la copia</translation>
    </message>
    <message>
        <source>A full disk would harm the live server too.</source>
        <translation>Un disco lleno dañaría también al servidor activo.</translation>
    </message>
    <message>
        <source>The port is free</source>
        <translation>El puerto está libre</translation>
    </message>
    <message>
        <source>The copy listens on a port of its own.</source>
        <translation>La copia escucha en un puerto propio.</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>Remove %1 and the copy in it</source>
        <translation>Eliminar %1 y la copia que contiene</translation>
    </message>
    <message>
        <source>Set where it stops, and that it harms no other server</source>
        <translation>Establecer dónde se detiene, y que no dañe a ningún otro servidor</translation>
    </message>
    <message>
        <source>Write the script that fetches WAL from the archive</source>
        <translation>Escribir el script que obtiene WAL del archivo</translation>
    </message>
    <message>
        <source>Admit this machine only</source>
        <translation>Admitir solo esta máquina</translation>
    </message>
    <message>
        <source>Make a postgresql.conf, where the backup brought none</source>
        <translation>Crear un postgresql.conf, si la copia de seguridad no trajo ninguno</translation>
    </message>
    <message>
        <source>Take out the recovery targets that came with it</source>
        <translation>Quitar los destinos de recuperación que vinieron con ella</translation>
    </message>
    <message>
        <source>Add its own settings to postgresql.auto.conf</source>
        <translation>Añadir sus propios parámetros a postgresql.auto.conf</translation>
    </message>
    <message>
        <source>Make it no standby</source>
        <translation>Hacer que no sea un standby</translation>
    </message>
    <message>
        <source>Order a recovery (recovery.signal)</source>
        <translation>Ordenar una recuperación (recovery.signal)</translation>
    </message>
    <message>
        <source>recovery is ordered</source>
        <translation>la recuperación está ordenada</translation>
    </message>
    <message>
        <source>Start it and let it replay WAL up to the target</source>
        <translation>Arrancarla y dejar que reproduzca WAL hasta el destino</translation>
    </message>
    <message>
        <source>Recover to %1</source>
        <translation>Recuperar hasta %1</translation>
    </message>
    <message>
        <source>it takes writes, and is of the same system</source>
        <translation>admite escrituras y es del mismo sistema</translation>
    </message>
    <message>
        <source>See where it stopped</source>
        <translation>Ver dónde se detuvo</translation>
    </message>
    <message>
        <source>Read where recovery stopped</source>
        <translation>Leer dónde se detuvo la recuperación</translation>
    </message>
    <message>
        <source>Read its timeline</source>
        <translation>Leer su timeline</translation>
    </message>
    <message>
        <source>Note how to connect</source>
        <translation>Anotar cómo conectarse</translation>
    </message>
    <message>
        <source>Note where it lies</source>
        <translation>Anotar dónde está</translation>
    </message>
    <message>
        <source>pg_ctl hands this path to a shell, so it may not hold any of these: &quot; $ ` \ &apos;</source>
        <translation>pg_ctl pasa esta ruta a un shell, así que no puede contener ninguno de estos: &quot; $ ` \ &apos;</translation>
    </message>
    <message>
        <source>restore_command cannot name this path: it holds a single quote or a line&apos;s end.</source>
        <translation>restore_command no puede nombrar esta ruta: contiene una comilla simple o un fin de línea.</translation>
    </message>
    <message>
        <source>Bring rows back: howdahctl bring-rows-back %1 --from %2 --tables public.…</source>
        <translation>Recuperar filas: howdahctl bring-rows-back %1 --from %2 --tables public.…</translation>
    </message>
    <message>
        <source>Or let it take the primary&apos;s place: howdahctl take-place %1 --from %2</source>
        <translation>O hacer que ocupe el lugar del primario: howdahctl take-place %1 --from %2</translation>
    </message>
    <message>
        <source>The newest archived segment was written %1, before the target.</source>
        <translation>El segmento archivado más reciente se escribió %1, antes del destino.</translation>
    </message>
    <message>
        <source>Leave the target away to recover to the end of the archive; or let the primary archive what it has since (pg_switch_wal), if something was committed after the target.</source>
        <translation>Omita el destino para recuperar hasta el final del archivo de WAL; o haga que el primario archive lo que tiene desde entonces (pg_switch_wal), si se hizo commit de algo después del destino.</translation>
    </message>
    <message>
        <source>Verify every file of the copy against the backup&apos;s manifest, where it has one</source>
        <translation>Verificar cada archivo de la copia con el manifiesto de la copia de seguridad, si lo tiene</translation>
    </message>
    <message>
        <source>there is no manifest</source>
        <translation>no hay manifiesto</translation>
    </message>
    <message>
        <source>Note that the copy is whole</source>
        <translation>Anotar que la copia está completa</translation>
    </message>
    <message>
        <source>the copy is whole</source>
        <translation>la copia está completa</translation>
    </message>
    <message>
        <source>Note that it is configured</source>
        <translation>Anotar que está configurada</translation>
    </message>
    <message>
        <source>It must name the segment (%f) and the file that it goes to (%p), in one line.</source>
        <translation>Debe nombrar el segmento (%f) y el archivo al que va (%p), en una sola línea.</translation>
    </message>
    <message>
        <source>Restore command</source>
        <translation>Comando de restauración</translation>
    </message>
    <message>
        <source>For an archive that another tool keeps: what brings the segment %f to the file %p. It is tried before anything starts.</source>
        <translation>Para un archivo de WAL que lleva otra herramienta: lo que trae el segmento %f al archivo %p. Se prueba antes de arrancar nada.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Its name in “howdahctl backups”; the newest that the target can be reached from unless said.</source>
        <translation>Su nombre en “howdahctl backups”; la más reciente desde la que se pueda alcanzar el destino, si no se indica.</translation>
    </message>
    <message>
        <source>Wait for a segment</source>
        <translation>Espera por segmento</translation>
    </message>
    <message>
        <source>Seconds after which one that has not come from the archive is given up.</source>
        <translation>Segundos tras los que se renuncia a uno que no ha llegado del archivo de WAL.</translation>
    </message>
    <message>
        <source>There is no backup %1 in %2 that can be restored.</source>
        <translation>No hay en %2 ninguna copia de seguridad %1 que se pueda restaurar.</translation>
    </message>
    <message>
        <source>See “howdahctl backups”, or name none: the right one is found.</source>
        <translation>Vea “howdahctl backups”, o no indique ninguna: se encuentra la adecuada.</translation>
    </message>
    <message>
        <source>Which segments restore_command can bring is not known beforehand.</source>
        <translation>No se sabe de antemano qué segmentos puede traer restore_command.</translation>
    </message>
    <message>
        <source>If one is missing on the way, recovery ends there, and the copy is taken down again.</source>
        <translation>Si falta alguno en el camino, la recuperación termina ahí y la copia se desmonta de nuevo.</translation>
    </message>
    <message>
        <source>The server of %1 is the main process of its container; no second one, as the copy would be, runs in it.</source>
        <translation>El servidor de %1 es el proceso principal de su contenedor; en él no se ejecuta un segundo, como lo sería la copia.</translation>
    </message>
    <message>
        <source>Name a node outside of a container, or restore the backup by hand into a container of its own.</source>
        <translation>Indique un nodo fuera de un contenedor, o restaure a mano la copia de seguridad en un contenedor propio.</translation>
    </message>
    <message>
        <source>%1 has tablespaces, and the backup is not in tar files.</source>
        <translation>%1 tiene tablespaces, y la copia de seguridad no está en archivos tar.</translation>
    </message>
    <message>
        <source>Recover from one in tar files (backup --compression gzip), whose tablespaces are put beside the copy.</source>
        <translation>Recupere desde una en archivos tar (backup --compression gzip), cuyos tablespaces se ponen junto a la copia.</translation>
    </message>
    <message>
        <source>They are in tar files of the backup, and are put beside the copy.</source>
        <translation>Están en archivos tar de la copia de seguridad, y se ponen junto a la copia.</translation>
    </message>
    <message>
        <source>There are tablespaces that the backup has not: %1.</source>
        <translation>Hay tablespaces que la copia de seguridad no tiene: %1.</translation>
    </message>
    <message>
        <source>They were made later. Replaying that would write into the live server&apos;s directory: recover by hand on a host that has none of its servers.</source>
        <translation>Se crearon después. Reproducir eso escribiría en el directorio del servidor activo: recupere a mano en un host que no tenga ninguno de sus servidores.</translation>
    </message>
    <message>
        <source>Tablespaces of its own</source>
        <translation>Tablespaces propios</translation>
    </message>
    <message>
        <source>restore_command did not bring %1 within %2 seconds.</source>
        <translation>restore_command no trajo %1 en %2 segundos.</translation>
    </message>
    <message>
        <source>See whether what it fetches from answers, and run it by hand; or wait longer for a segment.</source>
        <translation>Vea si responde aquello de lo que obtiene los segmentos y ejecútelo a mano; o espere más por cada segmento.</translation>
    </message>
    <message>
        <source>It brings what is there, and says so when something is not.</source>
        <translation>Trae lo que hay, y lo dice cuando algo no está.</translation>
    </message>
    <message>
        <source>Asked for a segment that cannot be there, restore_command ended with code %1: %2</source>
        <translation>Al pedirle un segmento que no puede existir, restore_command terminó con el código %1: %2</translation>
    </message>
    <message>
        <source>It must end with a code from 1 to 125 then: else recovery does not come to an end.</source>
        <translation>Debe terminar entonces con un código de 1 a 125: si no, la recuperación no llega a su fin.</translation>
    </message>
    <message>
        <source>Correct the command: what it brings cannot be recovered from.</source>
        <translation>Corrija el comando: con lo que trae no se puede recuperar.</translation>
    </message>
    <message>
        <source>restore_command does not bring %1 (code %2): %3</source>
        <translation>restore_command no trae %1 (código %2): %3</translation>
    </message>
    <message>
        <source>The backup needs it. Run the command by hand as the owner of the server&apos;s files.</source>
        <translation>La copia de seguridad lo necesita. Ejecute el comando a mano como el propietario de los archivos del servidor.</translation>
    </message>
    <message>
        <source>No WAL is fetched: the backup brings its own.</source>
        <translation>No se obtiene WAL: la copia de seguridad trae el suyo.</translation>
    </message>
    <message>
        <source>It lies in %1, and is looked at once more as it is fetched.</source>
        <translation>Está en %1, y se examina una vez más al obtenerlo.</translation>
    </message>
    <message>
        <source>restore_command was not tried, as there is no backup to try it for.</source>
        <translation>No se probó restore_command, pues no hay ninguna copia de seguridad para la que probarlo.</translation>
    </message>
    <message>
        <source>The archive&apos;s segments come</source>
        <translation>Los segmentos del archivo de WAL llegan</translation>
    </message>
    <message>
        <source>A restore_command that hangs keeps recovery waiting for ever; one that lies ends it early, or with what belongs to another cluster.</source>
        <translation>Un restore_command que se cuelga deja la recuperación esperando indefinidamente; uno que miente la termina antes de tiempo, o con lo que pertenece a otro clúster.</translation>
    </message>
    <message>
        <source>%1 is not there; the backup %2 needs it.</source>
        <translation>%1 no existe; la copia de seguridad %2 lo necesita.</translation>
    </message>
    <message>
        <source>Install it on this host, or name another backup.</source>
        <translation>Instálelo en este host o indique otra copia de seguridad.</translation>
    </message>
    <message>
        <source>A cold copy: it is copied, and compared with the checksums that were kept of it.</source>
        <translation>Una copia en frío: se copia y se compara con las sumas de verificación que se guardaron de ella.</translation>
    </message>
    <message>
        <source>Tar files: they are unpacked, and compared with the manifest.</source>
        <translation>Archivos tar: se desempaquetan y se comparan con el manifiesto.</translation>
    </message>
    <message numerus="yes">
        <source>It is put together from %n backups, and compared with the manifest.</source>
        <translation>
            <numerusform>Se compone a partir de %n copia de seguridad y se compara con el manifiesto.</numerusform>
            <numerusform>Se compone a partir de %n copias de seguridad y se compara con el manifiesto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plain files: they are copied, and compared with the manifest.</source>
        <translation>Archivos simples: se copian y se comparan con el manifiesto.</translation>
    </message>
    <message>
        <source>Verify every file of the copy against the checksums of the cold backup</source>
        <translation>Verificar cada archivo de la copia con las sumas de verificación de la copia en frío</translation>
    </message>
    <message>
        <source>The backup can be restored here</source>
        <translation>La copia de seguridad se puede restaurar aquí</translation>
    </message>
    <message>
        <source>Each kind of backup needs programs of its own: to unpack it, to put it together, to compare it.</source>
        <translation>Cada tipo de copia de seguridad necesita programas propios: para desempaquetarla, componerla y compararla.</translation>
    </message>
    <message>
        <source>Restore the backup beside the live server</source>
        <translation>Restaurar la copia de seguridad junto al servidor activo</translation>
    </message>
    <message>
        <source>Write the script that looks at what was fetched</source>
        <translation>Escribir el script que examina lo obtenido</translation>
    </message>
</context>
<context>
    <name>howdah::RecoveryTarget</name>
    <message>
        <source>“%1” is no transaction number.</source>
        <translation>“%1” no es un número de transacción.</translation>
    </message>
    <message>
        <source>Give it as the list of transactions shows it, for example 735.</source>
        <translation>Indíquelo como lo muestra la lista de transacciones, por ejemplo 735.</translation>
    </message>
    <message>
        <source>Write it with its zone, for example 2026-11-20 10:31:00+01 or 2026-11-20 10:31 UTC.</source>
        <translation>Escríbalo con su zona, por ejemplo 2026-11-20 10:31:00+01 o 2026-11-20 10:31 UTC.</translation>
    </message>
    <message>
        <source>“%1” is no moment with a time zone.</source>
        <translation>“%1” no es un momento con zona horaria.</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known, or means several.</source>
        <translation>La zona horaria “%1” no se conoce, o designa varias.</translation>
    </message>
    <message>
        <source>“%1” is no position in the WAL.</source>
        <translation>“%1” no es una posición en el WAL.</translation>
    </message>
    <message>
        <source>Positions look like 16/B374D848.</source>
        <translation>Las posiciones tienen la forma 16/B374D848.</translation>
    </message>
    <message>
        <source>The name of a restore point has at most 63 bytes.</source>
        <translation>El nombre de un punto de restauración tiene como máximo 63 bytes.</translation>
    </message>
    <message>
        <source>Recovery ends at one point: name a transaction, a time, a position or a restore point.</source>
        <translation>La recuperación termina en un solo punto: indique una transacción, una hora, una posición o un punto de restauración.</translation>
    </message>
    <message>
        <source>Just before transaction</source>
        <translation>Justo antes de la transacción</translation>
    </message>
    <message>
        <source>The number of the transaction that did the damage: it and all later ones are left out.</source>
        <translation>El número de la transacción que causó el daño: se omiten ella y todas las posteriores.</translation>
    </message>
    <message>
        <source>Just after transaction</source>
        <translation>Justo después de la transacción</translation>
    </message>
    <message>
        <source>The number of the last transaction that is wanted.</source>
        <translation>El número de la última transacción que se quiere conservar.</translation>
    </message>
    <message>
        <source>At this time</source>
        <translation>A esta hora</translation>
    </message>
    <message>
        <source>With its zone: 2026-11-20 10:31:00+01. What was committed up to then is there.</source>
        <translation>Con su zona: 2026-11-20 10:31:00+01. Estará lo que se había confirmado hasta entonces.</translation>
    </message>
    <message>
        <source>At this position</source>
        <translation>En esta posición</translation>
    </message>
    <message>
        <source>A position in the WAL (LSN): 16/B374D848.</source>
        <translation>Una posición en el WAL (LSN): 16/B374D848.</translation>
    </message>
    <message>
        <source>At this restore point</source>
        <translation>En este punto de restauración</translation>
    </message>
    <message>
        <source>A name that pg_create_restore_point() was given.</source>
        <translation>Un nombre que se dio a pg_create_restore_point().</translation>
    </message>
    <message>
        <source>just after transaction %1</source>
        <translation>justo después de la transacción %1</translation>
    </message>
    <message>
        <source>just before transaction %1</source>
        <translation>justo antes de la transacción %1</translation>
    </message>
    <message>
        <source>the restore point “%1”</source>
        <translation>el punto de restauración “%1”</translation>
    </message>
    <message>
        <source>the end of the archive</source>
        <translation>el final del archivo de WAL</translation>
    </message>
</context>
<context>
    <name>howdah::RecoveryWay</name>
    <message>
        <source>There is no base backup of this cluster on record.</source>
        <translation>No hay ninguna copia base registrada de este clúster.</translation>
    </message>
    <message>
        <source>Take one: what happens after its end can be recovered from then on.</source>
        <translation>Tome una: desde entonces se podrá recuperar lo que ocurra después de su final.</translation>
    </message>
    <message>
        <source>Needs a base backup that ended before %1; the oldest that fits ended %2, at %3.</source>
        <translation>Necesita una copia base que terminara antes de %1; la más antigua que sirve terminó %2, en %3.</translation>
    </message>
    <message>
        <source>Choose a later target, or name an older backup.</source>
        <translation>Elija un destino posterior o indique una copia de seguridad más antigua.</translation>
    </message>
    <message>
        <source>Segment %1 is missing in the archive.</source>
        <translation>Falta el segmento %1 en el archivo de WAL.</translation>
    </message>
    <message>
        <source>Recovery goes as far as %1. Look for the segment in pg_wal of every node and in copies of the archive, or choose an earlier target.</source>
        <translation>La recuperación llega hasta %1. Busque el segmento en pg_wal de cada nodo y en copias del archivo de WAL, o elija un destino anterior.</translation>
    </message>
    <message>
        <source>The history of timeline %1 is not in the archive.</source>
        <translation>La historia del timeline %1 no está en el archivo de WAL.</translation>
    </message>
    <message>
        <source>Copy %1 there from pg_wal of a node that is on this timeline.</source>
        <translation>Copie allí %1 desde pg_wal de un nodo que esté en este timeline.</translation>
    </message>
    <message>
        <source>Segment %1 is cut off: its file is shorter than a segment.</source>
        <translation>El segmento %1 está cortado: su archivo es más corto que un segmento.</translation>
    </message>
</context>
<context>
    <name>howdah::Rejoin</name>
    <message>
        <source>It may not lie inside the data directory, which is about to be changed.</source>
        <translation>No puede estar dentro del directorio de datos, que está a punto de cambiarse.</translation>
    </message>
    <message>
        <source>%1 is stopped; its sessions are ended.</source>
        <translation>%1 se detiene; sus sesiones terminan.</translation>
    </message>
    <message>
        <source>What only %1 has is listed and saved in %2 first.</source>
        <translation>Lo que solo tiene %1 se lista y se guarda antes en %2.</translation>
    </message>
    <message>
        <source>The data directory of %1 is taken back to where it parted from %2; from then on there is no way back.</source>
        <translation>El directorio de datos de %1 se lleva de vuelta adonde se separó de %2; desde ese momento no hay vuelta atrás.</translation>
    </message>
    <message>
        <source>If the rewind is cut off in the middle, the directory is of no use until it is resumed; if that does not help either, let %1 rejoin with way = clone.</source>
        <translation>Si el rewind se interrumpe a la mitad, el directorio no sirve hasta que se reanude; si eso tampoco ayuda, reincorpore %1 con way = clone.</translation>
    </message>
    <message>
        <source>%1 is read in full once; its users may notice the load.</source>
        <translation>%1 se lee entero una vez; sus usuarios pueden notar la carga.</translation>
    </message>
    <message>
        <source>The old data directory of %1 is kept as %2 until you remove it.</source>
        <translation>El antiguo directorio de datos de %1 se conserva como %2 hasta que usted lo elimine.</translation>
    </message>
    <message>
        <source>%1 comes back as a standby of %2; standby.signal stays in its data directory even if this is undone, so that it does not start as a second primary.</source>
        <translation>%1 vuelve como standby de %2; standby.signal se queda en su directorio de datos aunque esto se deshaga, para que no arranque como un segundo primario.</translation>
    </message>
    <message>
        <source>Watch the lag of %1 for a while on the Overview.</source>
        <translation>Vigile el retraso de %1 durante un rato en el Resumen.</translation>
    </message>
    <message>
        <source>Look through %1: transactions.txt says what only %2 had; bring back what must not be lost.</source>
        <translation>Revise %1: transactions.txt dice lo que solo tenía %2; recupere lo que no se deba perder.</translation>
    </message>
    <message>
        <source>When nothing in it is wanted any more, remove %1.</source>
        <translation>Cuando ya no se quiera nada de lo que contiene, elimine %1.</translation>
    </message>
    <message>
        <source>Replication slots from the time when %1 was a primary may keep WAL there: drop those that nobody uses.</source>
        <translation>Los slots de replicación de cuando %1 era primario pueden conservar WAL allí: elimine los que nadie usa.</translation>
    </message>
    <message>
        <source>Rejoin</source>
        <translation>Reincorporar</translation>
    </message>
    <message>
        <source>Brings an old primary, or a standby that went another way, back as a standby of the primary.</source>
        <translation>Devuelve un antiguo primario, o un standby que tomó otro camino, como standby del primario.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>The node that comes back.</source>
        <translation>El nodo que vuelve.</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>How it comes back: as it is, rewound to where it parted, or copied anew. Automatic takes the first that is possible.</source>
        <translation>Cómo vuelve: como está, con un rewind hasta donde se separó, o copiado de nuevo. Automático toma el primero que sea posible.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Follow: start it as it is</source>
        <translation>Seguir: arrancarlo como está</translation>
    </message>
    <message>
        <source>Rewind: pg_rewind</source>
        <translation>Rewind: pg_rewind</translation>
    </message>
    <message>
        <source>Clone again: the old directory is kept aside</source>
        <translation>Clonar de nuevo: el directorio antiguo se conserva aparte</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>A directory to be made on its host, for what only this node has: the list of transactions, their rows and the WAL.</source>
        <translation>Un directorio que se creará en su host, para lo que solo tiene este nodo: la lista de transacciones, sus filas y el WAL.</translation>
    </message>
    <message>
        <source>Save the rows</source>
        <translation>Guardar las filas</translation>
    </message>
    <message>
        <source>Write the rows that those transactions inserted or changed as CSV. For this the old server is run for a moment, read only and cut off from the network.</source>
        <translation>Escribir como CSV las filas que esas transacciones insertaron o cambiaron. Para ello el antiguo servidor se ejecuta un momento, en solo lectura y aislado de la red.</translation>
    </message>
    <message>
        <source>%1 can come back as a standby of %2.</source>
        <translation>%1 puede volver como standby de %2.</translation>
    </message>
    <message>
        <source>No primary of this cluster answers, so there is nothing to come back to.</source>
        <translation>Ningún primario de este clúster responde, así que no hay nada a lo que volver.</translation>
    </message>
    <message>
        <source>Transactions that only this node had</source>
        <translation>Transacciones que solo tenía este nodo</translation>
    </message>
    <message>
        <source>Rows inserted by them</source>
        <translation>Filas insertadas por ellas</translation>
    </message>
    <message>
        <source>Rows updated by them</source>
        <translation>Filas actualizadas por ellas</translation>
    </message>
    <message>
        <source>Rows deleted by them</source>
        <translation>Filas eliminadas por ellas</translation>
    </message>
    <message>
        <source>Relations changed by them</source>
        <translation>Relaciones cambiadas por ellas</translation>
    </message>
    <message>
        <source>They are saved in</source>
        <translation>Se guardan en</translation>
    </message>
    <message>
        <source>How it came back</source>
        <translation>Cómo volvió</translation>
    </message>
    <message>
        <source>Its old data directory</source>
        <translation>Su antiguo directorio de datos</translation>
    </message>
    <message>
        <source>%1 has applied all its WAL</source>
        <translation>%1 ha aplicado todo su WAL</translation>
    </message>
    <message>
        <source>Remove the directory %1</source>
        <translation>Eliminar el directorio %1</translation>
    </message>
    <message>
        <source>Put postmaster.opts back</source>
        <translation>Volver a poner postmaster.opts</translation>
    </message>
    <message>
        <source>Run %1 alone, read only, and save those rows</source>
        <translation>Ejecutar %1 a solas, en solo lectura, y guardar esas filas</translation>
    </message>
    <message>
        <source>Run %1 alone to apply its own WAL</source>
        <translation>Ejecutar %1 a solas para que aplique su propio WAL</translation>
    </message>
    <message>
        <source>Make the directory %1 for its socket</source>
        <translation>Crear el directorio %1 para su socket</translation>
    </message>
    <message>
        <source>Admit only who can reach that socket: %1</source>
        <translation>Admitir solo a quien pueda alcanzar ese socket: %1</translation>
    </message>
    <message>
        <source>Start the server in %1 cut off from everything</source>
        <translation>Arrancar el servidor de %1 aislado de todo</translation>
    </message>
    <message>
        <source>Wait until it has applied all its WAL</source>
        <translation>Esperar a que haya aplicado todo su WAL</translation>
    </message>
    <message>
        <source>Write the rows of those transactions to %1/rows</source>
        <translation>Escribir las filas de esas transacciones en %1/rows</translation>
    </message>
    <message>
        <source>%1 answers as primary.</source>
        <translation>%1 responde como primario.</translation>
    </message>
    <message>
        <source>No other node answers as primary.</source>
        <translation>Ningún otro nodo responde como primario.</translation>
    </message>
    <message>
        <source>Fail over first, or start the primary; a node needs one to come back to.</source>
        <translation>Haga antes un failover, o arranque el primario; un nodo necesita uno al que volver.</translation>
    </message>
    <message>
        <source>Several other nodes answer as primary: %1.</source>
        <translation>Varios otros nodos responden como primario: %1.</translation>
    </message>
    <message>
        <source>Find out which of them is right and stop the others first.</source>
        <translation>Averigüe cuál de ellos es el correcto y detenga antes los demás.</translation>
    </message>
    <message>
        <source>%1 streams from %2 already.</source>
        <translation>%1 ya replica desde %2.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>No hay que hacer nada.</translation>
    </message>
    <message>
        <source>%1 runs and answers as a primary; client sessions: %2. It will be stopped.</source>
        <translation>%1 está en marcha y responde como primario; sesiones de clientes: %2. Se detendrá.</translation>
    </message>
    <message>
        <source>Make sure that no application should stay with it: it is the one that gives way.</source>
        <translation>Asegúrese de que ninguna aplicación deba quedarse con él: es el que cede.</translation>
    </message>
    <message>
        <source>The server of %1 runs and does not stream; it will be stopped.</source>
        <translation>El servidor de %1 está en marcha y no replica; se detendrá.</translation>
    </message>
    <message>
        <source>If it only lost its connection, mend that instead.</source>
        <translation>Si solo perdió su conexión, corrija eso en su lugar.</translation>
    </message>
    <message>
        <source>%1 is not running.</source>
        <translation>%1 no está en marcha.</translation>
    </message>
    <message>
        <source>The data directory belongs to the system %1, the cluster is %2.</source>
        <translation>El directorio de datos pertenece al sistema %1, el clúster es %2.</translation>
    </message>
    <message>
        <source>Correct the node&apos;s data directory in the cluster&apos;s settings. A node of another cluster cannot come back to this one.</source>
        <translation>Corrija el directorio de datos del nodo en la configuración del clúster. Un nodo de otro clúster no puede volver a este.</translation>
    </message>
    <message>
        <source>The data directory belongs to the same system, %1; it is &quot;%2&quot;.</source>
        <translation>El directorio de datos pertenece al mismo sistema, %1; está &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The primary runs PostgreSQL %1.</source>
        <translation>El primario ejecuta PostgreSQL %1.</translation>
    </message>
    <message>
        <source>Howdah changes servers of PostgreSQL 13 and later; do this by hand.</source>
        <translation>Howdah cambia servidores de PostgreSQL 13 y posteriores; haga esto a mano.</translation>
    </message>
    <message>
        <source>The data directory is of PostgreSQL %1, the primary runs %2.</source>
        <translation>El directorio de datos es de PostgreSQL %1, el primario ejecuta %2.</translation>
    </message>
    <message>
        <source>Only servers of the same major version can follow each other: clone it anew.</source>
        <translation>Solo los servidores de la misma versión mayor pueden seguirse: clónelo de nuevo.</translation>
    </message>
    <message>
        <source>Both are of PostgreSQL %1.</source>
        <translation>Ambos son de PostgreSQL %1.</translation>
    </message>
    <message>
        <source>The server that answers there belongs to another system (%1).</source>
        <translation>El servidor que responde allí pertenece a otro sistema (%1).</translation>
    </message>
    <message>
        <source>Mend the host and port in the node&apos;s settings.</source>
        <translation>Corrija el host y el puerto en la configuración del nodo.</translation>
    </message>
    <message>
        <source>A replication connection was opened and closed again.</source>
        <translation>Se abrió y se volvió a cerrar una conexión de replicación.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is in use on the primary.</source>
        <translation>El slot &quot;%1&quot; está en uso en el primario.</translation>
    </message>
    <message>
        <source>Find out who uses it and stop that, then check again.</source>
        <translation>Averigüe quién lo usa y deténgalo; después compruebe de nuevo.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is there and free.</source>
        <translation>El slot &quot;%1&quot; existe y está libre.</translation>
    </message>
    <message>
        <source>%1 free on the primary, one needed.</source>
        <translation>%1 libres en el primario, se necesita uno.</translation>
    </message>
    <message>
        <source>Drop a slot that nobody needs, or raise max_replication_slots.</source>
        <translation>Elimine un slot que nadie necesite o aumente max_replication_slots.</translation>
    </message>
    <message>
        <source>There is a primary to come back to</source>
        <translation>Hay un primario al que volver</translation>
    </message>
    <message>
        <source>The node follows it afterwards; with two of them nobody knows which history is right.</source>
        <translation>El nodo lo sigue después; con dos, nadie sabe qué historia es la correcta.</translation>
    </message>
    <message>
        <source>The node is off, or may be stopped</source>
        <translation>El nodo está apagado, o se puede detener</translation>
    </message>
    <message>
        <source>Its files cannot be changed while its server runs.</source>
        <translation>Sus archivos no se pueden cambiar mientras su servidor está en marcha.</translation>
    </message>
    <message>
        <source>It is a node of this cluster</source>
        <translation>Es un nodo de este clúster</translation>
    </message>
    <message>
        <source>Only copies of one system can follow each other.</source>
        <translation>Solo las copias de un mismo sistema pueden seguirse.</translation>
    </message>
    <message>
        <source>A PostgreSQL version that is operated, and the same</source>
        <translation>Una versión de PostgreSQL que se puede operar, y la misma</translation>
    </message>
    <message>
        <source>A standby replays what its primary&apos;s version writes.</source>
        <translation>Un standby reproduce lo que escribe la versión de su primario.</translation>
    </message>
    <message>
        <source>Its owner can log in to the primary</source>
        <translation>Su propietario puede iniciar sesión en el primario</translation>
    </message>
    <message>
        <source>The standby streams with this login, and without it never comes up.</source>
        <translation>El standby replica con este acceso, y sin él nunca llega a funcionar.</translation>
    </message>
    <message>
        <source>A replication slot for it</source>
        <translation>Un slot de replicación para él</translation>
    </message>
    <message>
        <source>It keeps the WAL on the primary that the node still needs.</source>
        <translation>Conserva en el primario el WAL que el nodo aún necesita.</translation>
    </message>
    <message>
        <source>Its data directory is not known.</source>
        <translation>No se conoce su directorio de datos.</translation>
    </message>
    <message>
        <source>pg_controldata does not say what is needed of %1.</source>
        <translation>pg_controldata no dice lo que se necesita de %1.</translation>
    </message>
    <message>
        <source>%1 went on after %2 had left its history at %3</source>
        <translation>%1 continuó después de que %2 abandonara su historia en %3</translation>
    </message>
    <message>
        <source>%1 no longer has the WAL from %2 on</source>
        <translation>%1 ya no tiene el WAL desde %2</translation>
    </message>
    <message>
        <source>there is nothing to rewind</source>
        <translation>no hay nada a lo que aplicar un rewind</translation>
    </message>
    <message>
        <source>both are on a timeline %1 of their own, which pg_rewind takes for the same</source>
        <translation>ambos están en un timeline %1 propio, que pg_rewind toma por el mismo</translation>
    </message>
    <message>
        <source>%1 ran with neither wal_log_hints nor data checksums</source>
        <translation>%1 funcionó sin wal_log_hints ni sumas de verificación de datos</translation>
    </message>
    <message>
        <source>full_page_writes is off on %1</source>
        <translation>full_page_writes está en off en %1</translation>
    </message>
    <message>
        <source>the login for it was not tried</source>
        <translation>no se probó el acceso que necesita</translation>
    </message>
    <message>
        <source>%1 no longer has its WAL from the last checkpoint before %2 on</source>
        <translation>%1 ya no tiene su WAL desde el último checkpoint anterior a %2</translation>
    </message>
    <message>
        <source>pg_basebackup or pg_verifybackup is not in %1</source>
        <translation>pg_basebackup o pg_verifybackup no está en %1</translation>
    </message>
    <message>
        <source>%1 MB are free beside %2, and %3 MB are needed</source>
        <translation>hay %1 MB libres junto a %2, y se necesitan %3 MB</translation>
    </message>
    <message>
        <source>the control file of %1 says &quot;%2&quot;</source>
        <translation>el archivo de control de %1 dice &quot;%2&quot;</translation>
    </message>
    <message>
        <source>what only it has cannot be read: %1</source>
        <translation>no se puede leer lo que solo él tiene: %1</translation>
    </message>
    <message>
        <source>the two share no timeline: %1 and %2</source>
        <translation>los dos no comparten ningún timeline: %1 y %2</translation>
    </message>
    <message>
        <source>it wrote on the primary&apos;s own timeline %1, and where they parted is on no record</source>
        <translation>escribió en el propio timeline %1 del primario, y no consta en ningún registro dónde se separaron</translation>
    </message>
    <message>
        <source>It is not known which primary to follow: not exactly one other node answers as primary.</source>
        <translation>No se sabe a qué primario seguir: no hay exactamente un nodo más que responda como primario.</translation>
    </message>
    <message>
        <source>Make sure that one other node is the primary, then check again.</source>
        <translation>Asegúrese de que otro nodo, uno solo, sea el primario y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>no login that %1 can use may read the files of %2, which pg_rewind must</source>
        <translation>ningún acceso que %1 pueda usar puede leer los archivos de %2, cosa que pg_rewind debe hacer</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Detener %1</translation>
    </message>
    <message>
        <source>See that %1 is off</source>
        <translation>Ver que %1 está apagado</translation>
    </message>
    <message>
        <source>Bar %1 from starting as a primary</source>
        <translation>Impedir que %1 arranque como primario</translation>
    </message>
    <message>
        <source>standby.signal is in %1</source>
        <translation>standby.signal está en %1</translation>
    </message>
    <message>
        <source>Write standby.signal into %1</source>
        <translation>Escribir standby.signal en %1</translation>
    </message>
    <message>
        <source>Reserve WAL for %1 on %2</source>
        <translation>Reservar WAL para %1 en %2</translation>
    </message>
    <message>
        <source>Save what only %1 has</source>
        <translation>Guardar lo que solo tiene %1</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>List the transactions from %1 on and copy their WAL</source>
        <translation>Listar las transacciones desde %1 y copiar su WAL</translation>
    </message>
    <message>
        <source>Remove the directory %1: nothing was taken from %2</source>
        <translation>Eliminar el directorio %1: no se quitó nada a %2</translation>
    </message>
    <message>
        <source>the list of transactions is in %1</source>
        <translation>la lista de transacciones está en %1</translation>
    </message>
    <message>
        <source>Keep a copy of the configuration of %1</source>
        <translation>Conservar una copia de la configuración de %1</translation>
    </message>
    <message>
        <source>Make the working directory %1</source>
        <translation>Crear el directorio de trabajo %1</translation>
    </message>
    <message>
        <source>Copy postmaster.opts, the options it was started with</source>
        <translation>Copiar postmaster.opts, las opciones con las que se arrancó</translation>
    </message>
    <message>
        <source>Copy what is not PostgreSQL&apos;s own in %1</source>
        <translation>Copiar lo que no es propio de PostgreSQL en %1</translation>
    </message>
    <message>
        <source>Note that the copy is whole</source>
        <translation>Anotar que la copia está completa</translation>
    </message>
    <message>
        <source>Remove the working directory %1</source>
        <translation>Eliminar el directorio de trabajo %1</translation>
    </message>
    <message>
        <source>the copy of the configuration is whole</source>
        <translation>la copia de la configuración está completa</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Arrancar %1</translation>
    </message>
    <message>
        <source>Make sure that %1 will start as a standby</source>
        <translation>Asegurarse de que %1 arrancará como standby</translation>
    </message>
    <message>
        <source>Wait until it has stopped</source>
        <translation>Esperar a que se haya detenido</translation>
    </message>
    <message>
        <source>%1 takes connections as a standby of the same system</source>
        <translation>%1 acepta conexiones como standby del mismo sistema</translation>
    </message>
    <message>
        <source>See %1 stream from %2</source>
        <translation>Ver que %1 replica desde %2</translation>
    </message>
    <message>
        <source>%1 streams from %2 through the slot &quot;%3&quot;</source>
        <translation>%1 replica desde %2 mediante el slot &quot;%3&quot;</translation>
    </message>
    <message>
        <source>%1 receives timeline %2</source>
        <translation>%1 recibe el timeline %2</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Recoger</translation>
    </message>
    <message>
        <source>Note the way it came back</source>
        <translation>Anotar el modo en que volvió</translation>
    </message>
    <message>
        <source>Note where the old data directory is</source>
        <translation>Anotar dónde está el antiguo directorio de datos</translation>
    </message>
    <message>
        <source>the working directory is gone</source>
        <translation>el directorio de trabajo ya no existe</translation>
    </message>
    <message>
        <source>Not follow: %1.</source>
        <translation>Seguir, no: %1.</translation>
    </message>
    <message>
        <source>Not rewind: %1.</source>
        <translation>Rewind, no: %1.</translation>
    </message>
    <message>
        <source>Not clone: %1.</source>
        <translation>Clonar, no: %1.</translation>
    </message>
    <message>
        <source>Follow: the WAL of %1 ends on the history of %2 (it is &quot;%3&quot;), so it starts as it is.</source>
        <translation>Seguir: el WAL de %1 termina en la historia de %2 (está &quot;%3&quot;), así que arranca como está.</translation>
    </message>
    <message>
        <source>Rewind: to %1 on timeline %2, where %3 went on to timeline %4.</source>
        <translation>Rewind: hasta %1 en el timeline %2, donde %3 pasó al timeline %4.</translation>
    </message>
    <message>
        <source>Clone again: a new copy of %1 takes the place of the data directory, which is kept aside.</source>
        <translation>Clonar de nuevo: una copia nueva de %1 ocupa el lugar del directorio de datos, que se conserva aparte.</translation>
    </message>
    <message>
        <source>No way is open.</source>
        <translation>No hay ningún modo posible.</translation>
    </message>
    <message>
        <source>There is no primary to compare it with.</source>
        <translation>No hay ningún primario con el que compararlo.</translation>
    </message>
    <message>
        <source>Mend that first.</source>
        <translation>Corrija eso primero.</translation>
    </message>
    <message>
        <source>Choose another way, or mend what is named. A node of its own can always be cloned to another place.</source>
        <translation>Elija otro modo, o corrija lo que se indica. Un nodo propio siempre se puede clonar en otro lugar.</translation>
    </message>
    <message>
        <source>What only %1 has is not known: %2.</source>
        <translation>No se sabe lo que solo tiene %1: %2.</translation>
    </message>
    <message>
        <source>Its old data directory is kept aside, whole: look there for what is missed.</source>
        <translation>Su antiguo directorio de datos se conserva aparte, entero: busque allí lo que se eche en falta.</translation>
    </message>
    <message>
        <source>Nothing: all that %1 has written is on %2.</source>
        <translation>Nada: todo lo que ha escrito %1 está en %2.</translation>
    </message>
    <message>
        <source>It is saved in %1 before anything is changed.</source>
        <translation>Se guarda en %1 antes de que se cambie nada.</translation>
    </message>
    <message>
        <source>Too much to be listed now; it is listed when the operation runs.</source>
        <translation>Demasiado para listarlo ahora; se lista cuando se ejecuta la operación.</translation>
    </message>
    <message>
        <source>No committed transaction; %1 of WAL without one.</source>
        <translation>Ninguna transacción confirmada; %1 de WAL sin ninguna.</translation>
    </message>
    <message>
        <source>%1 committed transactions (%2 rows inserted, %3 updated, %4 deleted; %5 of WAL) that %6 never received, in: %7.</source>
        <translation>Transacciones confirmadas: %1 (filas insertadas: %2, actualizadas: %3, eliminadas: %4; %5 de WAL) que %6 nunca recibió, en: %7.</translation>
    </message>
    <message>
        <source>There are none to save.</source>
        <translation>No hay ninguna que guardar.</translation>
    </message>
    <message>
        <source>As CSV, one file per table: what those transactions inserted or changed and did not remove again. Rows that they deleted are still on the primary.</source>
        <translation>Como CSV, un archivo por tabla: lo que esas transacciones insertaron o cambiaron y no volvieron a eliminar. Las filas que eliminaron siguen en el primario.</translation>
    </message>
    <message>
        <source>Only the list and the WAL are saved: psql is not in %1.</source>
        <translation>Solo se guardan la lista y el WAL: psql no está en %1.</translation>
    </message>
    <message>
        <source>Only the list and the WAL are saved, as asked.</source>
        <translation>Solo se guardan la lista y el WAL, como se pidió.</translation>
    </message>
    <message>
        <source>Save the rows too (rows = true) unless you are sure that nobody misses them.</source>
        <translation>Guarde también las filas (rows = true), salvo que esté seguro de que nadie las echa en falta.</translation>
    </message>
    <message>
        <source>%1 may not write beside %2.</source>
        <translation>%1 no puede escribir junto a %2.</translation>
    </message>
    <message>
        <source>Give it the right to: the configuration is kept there meanwhile.</source>
        <translation>Dele el permiso: entretanto la configuración se conserva allí.</translation>
    </message>
    <message>
        <source>The working directory can be made beside %1.</source>
        <translation>El directorio de trabajo se puede crear junto a %1.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>Name a directory that does not exist yet.</source>
        <translation>Indique un directorio que aún no exista.</translation>
    </message>
    <message>
        <source>%1 may not make %2.</source>
        <translation>%1 no puede crear %2.</translation>
    </message>
    <message>
        <source>Name a directory that it may make.</source>
        <translation>Indique un directorio que pueda crear.</translation>
    </message>
    <message>
        <source>%1 free, about %2 needed for the list, rows and WAL in %3.</source>
        <translation>%1 libres, se necesitan unos %2 para la lista, las filas y el WAL en %3.</translation>
    </message>
    <message>
        <source>Make room, or name another place.</source>
        <translation>Libere espacio o indique otro lugar.</translation>
    </message>
    <message>
        <source>How it can come back</source>
        <translation>Cómo puede volver</translation>
    </message>
    <message>
        <source>A node whose history ends on the primary&apos;s just follows; one that went on alone must be rewound or copied anew.</source>
        <translation>Un nodo cuya historia termina en la del primario simplemente lo sigue; a uno que continuó por su cuenta hay que hacerle un rewind o copiarlo de nuevo.</translation>
    </message>
    <message>
        <source>What only this node has</source>
        <translation>Lo que solo tiene este nodo</translation>
    </message>
    <message>
        <source>It is gone from the cluster once the node follows the primary again.</source>
        <translation>Desaparece del clúster en cuanto el nodo vuelve a seguir al primario.</translation>
    </message>
    <message>
        <source>The rows themselves</source>
        <translation>Las propias filas</translation>
    </message>
    <message>
        <source>A list says what is missing; the rows let it be brought back.</source>
        <translation>Una lista dice lo que falta; las filas permiten recuperarlo.</translation>
    </message>
    <message>
        <source>Room for what is kept and saved</source>
        <translation>Espacio para lo que se conserva y se guarda</translation>
    </message>
    <message>
        <source>Nothing is changed before it is saved.</source>
        <translation>No se cambia nada antes de guardarlo.</translation>
    </message>
    <message>
        <source>End what an earlier try of this rejoin may have left running</source>
        <translation>Terminar lo que un intento anterior de esta reincorporación haya dejado en marcha</translation>
    </message>
    <message>
        <source>Wait until it has gone</source>
        <translation>Esperar a que desaparezca</translation>
    </message>
    <message>
        <source>no session of this rejoin is on %1</source>
        <translation>no hay ninguna sesión de esta reincorporación en %1</translation>
    </message>
    <message>
        <source>See that the WAL of %1 since before the fork is in its place</source>
        <translation>Ver que el WAL de %1 desde antes de la bifurcación está en su lugar</translation>
    </message>
    <message>
        <source>Take %1 back to %2 and bring it to the state of %3</source>
        <translation>Llevar %1 de vuelta a %2 y ponerlo en el estado de %3</translation>
    </message>
    <message>
        <source>Rewind %1</source>
        <translation>Hacer un rewind de %1</translation>
    </message>
    <message>
        <source>Copy the data of %1</source>
        <translation>Copiar los datos de %1</translation>
    </message>
    <message>
        <source>the copy has its backup manifest</source>
        <translation>la copia tiene su manifiesto</translation>
    </message>
    <message>
        <source>Put the configuration of %1 back</source>
        <translation>Volver a poner la configuración de %1</translation>
    </message>
    <message>
        <source>Set its connection and slot in postgresql.auto.conf</source>
        <translation>Establecer su conexión y su slot en postgresql.auto.conf</translation>
    </message>
    <message>
        <source>Mark it as a standby with standby.signal</source>
        <translation>Marcarla como standby con standby.signal</translation>
    </message>
    <message>
        <source>Make %1 a standby of %2</source>
        <translation>Convertir %1 en un standby de %2</translation>
    </message>
    <message>
        <source>Put the copy in the place of the old data of %1</source>
        <translation>Poner la copia en el lugar de los datos antiguos de %1</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Move the old data directory aside, to %1</source>
        <translation>Apartar el antiguo directorio de datos a %1</translation>
    </message>
    <message>
        <source>Move the copy to %1</source>
        <translation>Mover la copia a %1</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 no existe</translation>
    </message>
    <message>
        <source>Move the copy back to %1, if it is still this rejoin&apos;s</source>
        <translation>Devolver la copia a %1, si sigue siendo la de esta reincorporación</translation>
    </message>
    <message>
        <source>Move the old data directory back to %1</source>
        <translation>Devolver el antiguo directorio de datos a %1</translation>
    </message>
    <message>
        <source>the copy lies in %1</source>
        <translation>la copia está en %1</translation>
    </message>
    <message>
        <source>the old data directory lies in %1</source>
        <translation>el antiguo directorio de datos está en %1</translation>
    </message>
    <message>
        <source>Its tablespace %1 lies in %2 from then on; the old one is kept.</source>
        <translation>Su tablespace %1 está desde entonces en %2; el antiguo se conserva.</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>When it is cloned again, a new directory for each tablespace of the primary: old=new;old=new. The old ones are kept.</source>
        <translation>Cuando se clona de nuevo, un directorio nuevo para cada tablespace del primario: old=new;old=new. Los antiguos se conservan.</translation>
    </message>
    <message>
        <source>Every other node streams from its upstream: none has to come back.</source>
        <translation>Todos los demás nodos replican desde su upstream: ninguno tiene que volver.</translation>
    </message>
    <message>
        <source>%1 is not in %2</source>
        <translation>%1 no está en %2</translation>
    </message>
    <message>
        <source>%1 has no tablespace %2 yet</source>
        <translation>%1 aún no tiene ningún tablespace %2</translation>
    </message>
    <message>
        <source>%1 has connected to %2 by the slot &quot;%3&quot;</source>
        <translation>%1 se ha conectado a %2 mediante el slot &quot;%3&quot;</translation>
    </message>
    <message>
        <source>the tablespaces were not looked at</source>
        <translation>los tablespaces no se examinaron</translation>
    </message>
    <message>
        <source>the tablespace %1 (%2) has no place named for it</source>
        <translation>el tablespace %1 (%2) no tiene ningún lugar indicado</translation>
    </message>
    <message>
        <source>%1 is a volume of its container; beside it nothing can be kept.</source>
        <translation>%1 es un volumen de su contenedor; junto a él no se puede conservar nada.</translation>
    </message>
    <message>
        <source>Decommission the node and clone a new one, whose data then lie below its volume.</source>
        <translation>Retire el nodo y clone uno nuevo, cuyos datos estén entonces dentro de su volumen.</translation>
    </message>
    <message>
        <source>%1 free beside %2, and a copy of what is not PostgreSQL&apos;s own in it (configuration, logs) needs %3.</source>
        <translation>%1 libres junto a %2, y una copia de lo que en él no es de PostgreSQL (configuración, registros) necesita %3.</translation>
    </message>
    <message>
        <source>Make room, or move old logs away.</source>
        <translation>Libere espacio o lleve los registros antiguos a otro lugar.</translation>
    </message>
    <message>
        <source>%1 is on no volume of its container and would not outlive it.</source>
        <translation>%1 no está en ningún volumen de su contenedor y no le sobreviviría.</translation>
    </message>
    <message>
        <source>Name a directory on one of its volumes.</source>
        <translation>Indique un directorio en uno de sus volúmenes.</translation>
    </message>
    <message>
        <source>no server runs in %1</source>
        <translation>no hay ningún servidor en marcha en %1</translation>
    </message>
    <message>
        <source>Run the server in %1 cut off from everything until it has applied all its WAL, and write the rows of those transactions to %2/rows</source>
        <translation>Ejecutar el servidor de %1 aislado de todo hasta que haya aplicado todo su WAL, y escribir las filas de esas transacciones en %2/rows</translation>
    </message>
    <message>
        <source>Run the server in %1 cut off from everything until it has applied all its WAL</source>
        <translation>Ejecutar el servidor de %1 aislado de todo hasta que haya aplicado todo su WAL</translation>
    </message>
    <message>
        <source>Let %1 keep its WAL at the checkpoint of its stop, by the slot &quot;%2&quot;</source>
        <translation>Hacer que %1 conserve su WAL en el checkpoint de su parada, mediante el slot &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Remove the slot &quot;%1&quot; from %2</source>
        <translation>Eliminar el slot &quot;%1&quot; de %2</translation>
    </message>
</context>
<context>
    <name>howdah::Reload</name>
    <message>
        <source>Reload the configuration</source>
        <translation>Recargar la configuración</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Reload the configuration of %1</source>
        <translation>Recargar la configuración de %1</translation>
    </message>
    <message>
        <source>%1 has read its configuration again</source>
        <translation>%1 ha leído de nuevo su configuración</translation>
    </message>
    <message>
        <source>Reload the configuration of every node</source>
        <translation>Recargar la configuración de todos los nodos</translation>
    </message>
    <message>
        <source>Lets one node, or all, read the configuration files again; nobody is disconnected.</source>
        <translation>Hace que un nodo, o todos, lean de nuevo los archivos de configuración; no se desconecta a nadie.</translation>
    </message>
    <message>
        <source>The node whose configuration is read again, or &quot;all&quot;.</source>
        <translation>El nodo cuya configuración se lee de nuevo, o &quot;all&quot;.</translation>
    </message>
</context>
<context>
    <name>howdah::RemoteEngine</name>
    <message>
        <source>%1 is set to use the engine of another machine (%2); containers are operated on this machine only.</source>
        <translation>%1 está configurado para usar el motor de otra máquina (%2); los contenedores solo se manejan en esta máquina.</translation>
    </message>
    <message>
        <source>Run Howdah on that machine, or start it without %1.</source>
        <translation>Ejecute Howdah en esa máquina o inícielo sin %1.</translation>
    </message>
    <message>
        <source>DOCKER_HOST and without that docker context</source>
        <translation>DOCKER_HOST y sin ese contexto de docker</translation>
    </message>
</context>
<context>
    <name>howdah::RemoveSynchronous</name>
    <message>
        <source>Commits on %1 wait for: %2; streaming: %3.</source>
        <translation>Los commits en %1 esperan a: %2; en streaming: %3.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among them; choose one that is.</source>
        <translation>&quot;%1&quot; no está entre ellos; elija uno que lo esté.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>Commits will wait for: %1.</source>
        <translation>Los commits esperarán a: %1.</translation>
    </message>
    <message>
        <source>A failover could lose commits until a standby is synchronous again; the operation &quot;Synchronous replication&quot; names one when it is back.</source>
        <translation>Un failover podría perder commits hasta que un standby vuelva a ser síncrono; la operación &quot;Replicación síncrona&quot; indica uno cuando haya vuelto.</translation>
    </message>
    <message>
        <source>That is one confirmation less than before for each commit; raise it again when there are more standbys.</source>
        <translation>Es una confirmación menos que antes por cada commit; auméntelo de nuevo cuando haya más standbys.</translation>
    </message>
    <message>
        <source>No commit on %1 waits for a standby now.</source>
        <translation>Ahora ningún commit en %1 espera a un standby.</translation>
    </message>
    <message>
        <source>Commits on %1 that wait for a standby now: %2.</source>
        <translation>Commits en %1 que esperan ahora a un standby: %2.</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>The standby that commits are no longer to wait for.</source>
        <translation>El standby al que los commits ya no han de esperar.</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>As synchronous_standby_names has it; suggested is that of the standby, or the first that does not stream.</source>
        <translation>Tal como figura en synchronous_standby_names; se sugiere el del standby, o el primero que no replica en streaming.</translation>
    </message>
    <message>
        <source>Remove a synchronous standby</source>
        <translation>Quitar un standby síncrono</translation>
    </message>
    <message>
        <source>Takes a standby out of what commits wait for, and lets go those that hang for it.</source>
        <translation>Quita un standby de lo que esperan los commits, y libera los que están bloqueados por él.</translation>
    </message>
    <message>
        <source>Commits wait for it</source>
        <translation>Los commits lo esperan</translation>
    </message>
    <message>
        <source>Only what is named, or stands behind a *, can be taken out.</source>
        <translation>Solo se puede quitar lo que se nombra o está incluido en un *.</translation>
    </message>
    <message>
        <source>What is left to wait for</source>
        <translation>Lo que queda por esperar</translation>
    </message>
    <message>
        <source>No more are waited for than stream, so that no commit hangs.</source>
        <translation>No se espera a más de los que replican en streaming, para que ningún commit quede bloqueado.</translation>
    </message>
    <message>
        <source>Commits that hang</source>
        <translation>Commits bloqueados</translation>
    </message>
    <message>
        <source>They return as soon as the primary no longer waits for the standby.</source>
        <translation>Vuelven en cuanto el primario deja de esperar al standby.</translation>
    </message>
    <message>
        <source>Commits on %1 wait for %2, no longer for %3.</source>
        <translation>Los commits en %1 esperan a %2, ya no a %3.</translation>
    </message>
    <message>
        <source>No primary answers, or several do.</source>
        <translation>Ningún primario responde, o responden varios.</translation>
    </message>
    <message>
        <source>Commits on %1 wait for no standby.</source>
        <translation>Los commits en %1 no esperan a ningún standby.</translation>
    </message>
</context>
<context>
    <name>howdah::Replay</name>
    <message>
        <source>Pause the replay of %1</source>
        <translation>Pausar la reproducción de %1</translation>
    </message>
    <message>
        <source>Resume the replay of %1</source>
        <translation>Reanudar la reproducción de %1</translation>
    </message>
    <message>
        <source>%1 is a standby.</source>
        <translation>%1 es un standby.</translation>
    </message>
    <message>
        <source>%1 is not a standby (any more).</source>
        <translation>%1 no es (o ya no es) un standby.</translation>
    </message>
    <message>
        <source>Choose a standby.</source>
        <translation>Elija un standby.</translation>
    </message>
    <message>
        <source>The role may pause and resume replay.</source>
        <translation>El rol puede pausar y reanudar la reproducción.</translation>
    </message>
    <message>
        <source>The role may not pause and resume replay on %1.</source>
        <translation>El rol no puede pausar y reanudar la reproducción en %1.</translation>
    </message>
    <message>
        <source>Connect as a superuser, or grant EXECUTE on pg_wal_replay_pause() and pg_wal_replay_resume().</source>
        <translation>Conéctese como superusuario o conceda EXECUTE sobre pg_wal_replay_pause() y pg_wal_replay_resume().</translation>
    </message>
    <message>
        <source>The replay of %1 is paused.</source>
        <translation>La reproducción de %1 está en pausa.</translation>
    </message>
    <message>
        <source>The replay of %1 is not paused.</source>
        <translation>La reproducción de %1 no está en pausa.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>The standby whose replay is changed.</source>
        <translation>El standby cuya reproducción se cambia.</translation>
    </message>
    <message>
        <source>No standby is named.</source>
        <translation>No se indica ningún standby.</translation>
    </message>
    <message>
        <source>It is a standby</source>
        <translation>Es un standby</translation>
    </message>
    <message>
        <source>Only a standby replays WAL.</source>
        <translation>Solo un standby reproduce WAL.</translation>
    </message>
    <message>
        <source>The role has the right</source>
        <translation>El rol tiene el permiso</translation>
    </message>
    <message>
        <source>Pausing replay is for superusers unless it was granted.</source>
        <translation>Pausar la reproducción es cosa de superusuarios, salvo que se haya concedido.</translation>
    </message>
    <message>
        <source>There is something to change</source>
        <translation>Hay algo que cambiar</translation>
    </message>
    <message>
        <source>What is so already needs no change.</source>
        <translation>Lo que ya está así no necesita ningún cambio.</translation>
    </message>
    <message>
        <source>the replay of %1 is paused</source>
        <translation>la reproducción de %1 está en pausa</translation>
    </message>
    <message>
        <source>the replay of %1 is not paused</source>
        <translation>la reproducción de %1 no está en pausa</translation>
    </message>
    <message>
        <source>No standby&apos;s replay is paused.</source>
        <translation>Ningún standby tiene la reproducción en pausa.</translation>
    </message>
    <message>
        <source>There is no standby whose replay is running.</source>
        <translation>No hay ningún standby cuya reproducción esté en marcha.</translation>
    </message>
    <message>
        <source>It has the limits that replay needs</source>
        <translation>Tiene los límites que necesita la reproducción</translation>
    </message>
    <message>
        <source>A standby whose replay paused because its limits are too low shuts down when it is resumed.</source>
        <translation>Un standby cuya reproducción se pausó porque sus límites son demasiado bajos se apaga al reanudarla.</translation>
    </message>
</context>
<context>
    <name>howdah::ReplicationCells</name>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>howdah::ReplicationLogin</name>
    <message>
        <source>The user %1 cannot open a replication connection to %2.</source>
        <translation>El usuario %1 no puede abrir una conexión de replicación a %2.</translation>
    </message>
    <message>
        <source>Let pg_hba.conf of %1 admit replication for the role %2, and put its password where %3 can read it: in %3&apos;s ~/.pgpass, or in a file of %3&apos;s named by passfile= in the node&apos;s settings.</source>
        <translation>Haga que pg_hba.conf de %1 admita replicación para el rol %2, y ponga su contraseña donde %3 pueda leerla: en el ~/.pgpass de %3, o en un archivo de %3 indicado con passfile= en la configuración del nodo.</translation>
    </message>
</context>
<context>
    <name>howdah::ReplicationPage</name>
    <message>
        <source>Standbys</source>
        <translation>Standbys</translation>
    </message>
    <message>
        <source>No standby streams from this cluster. Clone one, and its lag is here in figures.</source>
        <translation>Ningún standby replica desde este clúster. Clone uno, y su retraso estará aquí en cifras.</translation>
    </message>
    <message>
        <source>Replication slots</source>
        <translation>Slots de replicación</translation>
    </message>
    <message>
        <source>No replication slot. Without one the primary may remove WAL that a standby still needs.</source>
        <translation>Ningún slot de replicación. Sin uno, el primario puede eliminar WAL que un standby aún necesita.</translation>
    </message>
    <message>
        <source>Other receivers</source>
        <translation>Otros receptores</translation>
    </message>
</context>
<context>
    <name>howdah::ReplicationTables</name>
    <message>
        <source>What the slot needs lies within max_wal_size.</source>
        <translation>Lo que el slot necesita está dentro de max_wal_size.</translation>
    </message>
    <message>
        <source>More than max_wal_size is kept, for this slot or by wal_keep_size.</source>
        <translation>Se conserva más que max_wal_size, por este slot o por wal_keep_size.</translation>
    </message>
    <message>
        <source>The WAL it needs will be removed at the next checkpoint: its standby must catch up now.</source>
        <translation>El WAL que necesita se eliminará en el próximo checkpoint: su standby debe ponerse al día ya.</translation>
    </message>
    <message>
        <source>WAL that it needs is gone: the standby behind it must be cloned again.</source>
        <translation>El WAL que necesita ya no existe: el standby que lo usa se debe clonar de nuevo.</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>The node&apos;s name here</source>
        <translation>El nombre del nodo aquí</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What it is doing now</source>
        <translation>Qué está haciendo ahora</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronía</translation>
    </message>
    <message>
        <source>sync and quorum: commits wait for it; potential: the next in line; async: they do not</source>
        <translation>sync y quorum: los commits lo esperan; potential: el siguiente en la lista; async: no lo esperan</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>The node it streams from</source>
        <translation>El nodo desde el que replica</translation>
    </message>
    <message>
        <source>To replay</source>
        <translation>Por reproducir</translation>
    </message>
    <message>
        <source>WAL its queries do not see yet</source>
        <translation>WAL que sus consultas aún no ven</translation>
    </message>
    <message>
        <source>Replay lag</source>
        <translation>Retraso de reproducción</translation>
    </message>
    <message>
        <source>Time from the flush on the upstream until queries here see it</source>
        <translation>Tiempo desde el volcado en el upstream hasta que las consultas aquí lo ven</translation>
    </message>
    <message>
        <source>To flush</source>
        <translation>Por volcar</translation>
    </message>
    <message>
        <source>WAL it has not yet made durable</source>
        <translation>WAL que aún no ha hecho duradero</translation>
    </message>
    <message>
        <source>Flush lag</source>
        <translation>Retraso de volcado</translation>
    </message>
    <message>
        <source>Time from the flush on the upstream until it was durable here</source>
        <translation>Tiempo desde el volcado en el upstream hasta que fue duradero aquí</translation>
    </message>
    <message>
        <source>To write</source>
        <translation>Por escribir</translation>
    </message>
    <message>
        <source>WAL it has not yet written, what is still to be sent included</source>
        <translation>WAL que aún no ha escrito, incluido lo que queda por enviar</translation>
    </message>
    <message>
        <source>Write lag</source>
        <translation>Retraso de escritura</translation>
    </message>
    <message>
        <source>Time from the flush on the upstream until it was written here</source>
        <translation>Tiempo desde el volcado en el upstream hasta que se escribió aquí</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>WAL its upstream has not yet sent</source>
        <translation>WAL que su upstream aún no ha enviado</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Age of its last reply to the upstream: how old these figures are</source>
        <translation>Antigüedad de su última respuesta al upstream: qué edad tienen estas cifras</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Receptor</translation>
    </message>
    <message>
        <source>What its WAL receiver says</source>
        <translation>Lo que dice su receptor de WAL</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>The replication slot that keeps WAL for it</source>
        <translation>El slot de replicación que conserva el WAL para él</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>The timeline it follows</source>
        <translation>El timeline que sigue</translation>
    </message>
    <message>
        <source>Name of the replication slot</source>
        <translation>Nombre del slot de replicación</translation>
    </message>
    <message>
        <source>On</source>
        <translation>En</translation>
    </message>
    <message>
        <source>The node that has it</source>
        <translation>El nodo que lo tiene</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>physical: for a standby; logical: for a subscription</source>
        <translation>physical: para un standby; logical: para una suscripción</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Of a logical slot</source>
        <translation>De un slot lógico</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Whether somebody streams through it now</source>
        <translation>Si alguien replica ahora a través de él</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>Whether the WAL it needs is still there (wal_status)</source>
        <translation>Si el WAL que necesita sigue ahí (wal_status)</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>WAL kept because of it, from its restart position to the head</source>
        <translation>WAL conservado por su causa, desde su posición de reinicio hasta el final</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>How much more can be written before it may lose WAL (safe_wal_size); empty: no limit is set</source>
        <translation>Cuánto más se puede escribir antes de que pueda perder WAL (safe_wal_size); vacío: no hay límite fijado</translation>
    </message>
    <message>
        <source>Restart LSN</source>
        <translation>LSN de reinicio</translation>
    </message>
    <message>
        <source>The oldest WAL it may still ask for</source>
        <translation>El WAL más antiguo que aún puede pedir</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>How it names itself (application_name)</source>
        <translation>Cómo se hace llamar (application_name)</translation>
    </message>
    <message>
        <source>Streams from</source>
        <translation>Replica desde</translation>
    </message>
    <message>
        <source>The node that sends it WAL</source>
        <translation>El nodo que le envía WAL</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Where it connects from</source>
        <translation>Desde dónde se conecta</translation>
    </message>
    <message>
        <source>What its walsender is doing</source>
        <translation>Qué está haciendo su walsender</translation>
    </message>
    <message>
        <source>Whether commits wait for it</source>
        <translation>Si los commits lo esperan</translation>
    </message>
    <message>
        <source>The replication slot it holds</source>
        <translation>El slot de replicación que ocupa</translation>
    </message>
    <message>
        <source>Sent up to</source>
        <translation>Enviado hasta</translation>
    </message>
    <message>
        <source>Position sent so far</source>
        <translation>Posición enviada hasta ahora</translation>
    </message>
    <message>
        <source>Age of its last reply</source>
        <translation>Antigüedad de su última respuesta</translation>
    </message>
    <message>
        <source>not permitted to see</source>
        <translation>sin permiso para verlo</translation>
    </message>
</context>
<context>
    <name>howdah::Report</name>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>System identifier</source>
        <translation>Identificador de sistema</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Ejecutada por</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Qué salió mal</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Seen: %1.</source>
        <translation>Visto: %1.</translation>
    </message>
    <message>
        <source>Was to be seen: %1.</source>
        <translation>Se debía ver: %1.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No fue necesario</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Deshaciéndose</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>No se pudo deshacer</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>No está listo</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>The console that ran it is gone; %1 of %2 steps were done.</source>
        <translation>La consola que la ejecutaba ya no existe; se hicieron %1 de %2 pasos.</translation>
    </message>
    <message>
        <source>It is running: %1 of %2 steps are done.</source>
        <translation>Está en curso: %1 de %2 pasos están hechos.</translation>
    </message>
    <message>
        <source>Done. Every step was verified by looking at the result.</source>
        <translation>Hecho. Cada paso se verificó mirando el resultado.</translation>
    </message>
    <message>
        <source>It was undone: the cluster is as it was before.</source>
        <translation>Se deshizo: el clúster está como antes.</translation>
    </message>
    <message>
        <source>It was not begun. Nothing was changed.</source>
        <translation>No se empezó. No se cambió nada.</translation>
    </message>
    <message>
        <source>It stopped half-way: %1 of %2 steps are done.</source>
        <translation>Se detuvo a medias: %1 de %2 pasos están hechos.</translation>
    </message>
    <message>
        <source>It can be resumed or undone.</source>
        <translation>Se puede reanudar o deshacer.</translation>
    </message>
    <message>
        <source>It can be resumed.</source>
        <translation>Se puede reanudar.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin fijar</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Howdah</source>
        <translation>Howdah</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superada</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>How it is undone</source>
        <translation>Cómo se deshace</translation>
    </message>
    <message>
        <source>Once “%1” has begun, nothing is undone any more.</source>
        <translation>Una vez empezado “%1”, ya no se deshace nada.</translation>
    </message>
    <message>
        <source>What was agreed to</source>
        <translation>Lo que se aceptó</translation>
    </message>
</context>
<context>
    <name>howdah::ReportButtons</name>
    <message>
        <source>Save report…</source>
        <translation>Guardar informe…</translation>
    </message>
    <message>
        <source>As a web page, a PDF or Markdown</source>
        <translation>Como página web, PDF o Markdown</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>El informe está en el portapapeles.</translation>
    </message>
    <message>
        <source>Copy script</source>
        <translation>Copiar script</translation>
    </message>
    <message>
        <source>The script is on the clipboard.</source>
        <translation>El script está en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>howdah::Restart</name>
    <message>
        <source>No node is named.</source>
        <translation>No se indica ningún nodo.</translation>
    </message>
    <message>
        <source>Sessions on %1: %2.</source>
        <translation>Sesiones en %1: %2.</translation>
    </message>
    <message>
        <source>Choose a quiet moment, or hand the primary&apos;s role to a standby first.</source>
        <translation>Elija un momento tranquilo, o entregue antes el rol de primario a un standby.</translation>
    </message>
    <message>
        <source>Restart a node</source>
        <translation>Reiniciar un nodo</translation>
    </message>
    <message>
        <source>Stops a node&apos;s server fast and starts it again, with the options that it has now.</source>
        <translation>Detiene el servidor de un nodo en modo fast y lo arranca de nuevo, con las opciones que tiene ahora.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>The node to restart.</source>
        <translation>El nodo que se reinicia.</translation>
    </message>
    <message>
        <source>Who is connected</source>
        <translation>Quién está conectado</translation>
    </message>
    <message>
        <source>A fast stop ends every session and rolls open transactions back.</source>
        <translation>Una detención fast termina todas las sesiones y revierte las transacciones abiertas.</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>Start %1 again, if it is down</source>
        <translation>Arrancar de nuevo %1, si está detenido</translation>
    </message>
    <message>
        <source>%1 was started anew and has its old role</source>
        <translation>%1 arrancó de nuevo y tiene su rol anterior</translation>
    </message>
    <message>
        <source>Every session on %1 is ended; open transactions are rolled back.</source>
        <translation>Todas las sesiones de %1 terminan; las transacciones abiertas se revierten.</translation>
    </message>
    <message>
        <source>Nothing can be written to the cluster until it is back.</source>
        <translation>No se puede escribir nada en el clúster hasta que vuelva.</translation>
    </message>
</context>
<context>
    <name>howdah::Restore</name>
    <message>
        <source>Roles that are not there are made, with the passwords of the dump; the others stay as they are.</source>
        <translation>Los roles que no existen se crean, con las contraseñas del volcado; los demás quedan como están.</translation>
    </message>
    <message>
        <source>A new database %1 is made; no other is touched.</source>
        <translation>Se crea una base de datos nueva, %1; no se toca ninguna otra.</translation>
    </message>
    <message>
        <source>Dropped in %1, with all that is in them now: %2.</source>
        <translation>Se eliminan en %1, con todo lo que contienen ahora: %2.</translation>
    </message>
    <message>
        <source>What is restored into %1 appears all at once at the end; an error takes all of it back.</source>
        <translation>Lo que se restaura en %1 aparece de una sola vez al final; un error lo revierte todo.</translation>
    </message>
    <message>
        <source>Restore a dump</source>
        <translation>Restaurar un volcado</translation>
    </message>
    <message>
        <source>Brings a dump by pg_dump, or chosen objects of it, into a new database or, in one transaction, into one that is there.</source>
        <translation>Lleva un volcado de pg_dump, u objetos elegidos de él, a una base de datos nueva o, en una sola transacción, a una que ya existe.</translation>
    </message>
    <message>
        <source>The roles that are missing will be made.</source>
        <translation>Se crearán los roles que falten.</translation>
    </message>
    <message>
        <source>It will be restored into a new database, %1.</source>
        <translation>Se restaurará en una base de datos nueva, %1.</translation>
    </message>
    <message>
        <source>It will be restored into %1, all or nothing.</source>
        <translation>Se restaurará en %1, todo o nada.</translation>
    </message>
    <message>
        <source>No primary answers, and only a primary can be written to.</source>
        <translation>No responde ningún primario, y solo se puede escribir en un primario.</translation>
    </message>
    <message>
        <source>Look whether %1 has what you miss.</source>
        <translation>Mire si %1 tiene lo que echa en falta.</translation>
    </message>
    <message>
        <source>Restored into</source>
        <translation>Se restaura en</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>%1 makes databases and connects to them by itself: it cannot be restored in one transaction, nor into another database.</source>
        <translation>%1 crea bases de datos y se conecta a ellas por sí mismo: no se puede restaurar en una sola transacción ni en otra base de datos.</translation>
    </message>
    <message>
        <source>%1 has no last line as pg_dump writes it: it was cut off, or was never finished.</source>
        <translation>%1 no tiene la última línea que escribe pg_dump: está cortado o nunca se terminó.</translation>
    </message>
    <message>
        <source>Take another dump.</source>
        <translation>Tome otro volcado.</translation>
    </message>
    <message>
        <source>Roles and tablespaces by pg_dumpall, as SQL.</source>
        <translation>Roles y tablespaces de pg_dumpall, como SQL.</translation>
    </message>
    <message>
        <source>A dump of one database, as SQL.</source>
        <translation>Un volcado de una base de datos, como SQL.</translation>
    </message>
    <message>
        <source>%1 is no dump: it begins neither like an archive of pg_dump nor like its SQL.</source>
        <translation>%1 no es un volcado: no empieza ni como un archivo de pg_dump ni como su SQL.</translation>
    </message>
    <message>
        <source>Name a file or a directory that pg_dump or pg_dumpall wrote.</source>
        <translation>Indique un archivo o un directorio escrito por pg_dump o pg_dumpall.</translation>
    </message>
    <message>
        <source>It is an archive of version 1.%1, which pg_restore %2 does not read: it comes from a newer pg_dump.</source>
        <translation>Es un archivo de pg_dump de la versión 1.%1, que pg_restore %2 no lee: procede de un pg_dump más reciente.</translation>
    </message>
    <message>
        <source>Install the client programs of that version of PostgreSQL, or dump again as plain SQL.</source>
        <translation>Instale los programas cliente de esa versión de PostgreSQL o haga el volcado de nuevo como SQL simple.</translation>
    </message>
    <message>
        <source>An archive, format %1.</source>
        <translation>Un archivo de pg_dump, formato %1.</translation>
    </message>
    <message>
        <source>An archive, format %1, on record.</source>
        <translation>Un archivo de pg_dump, formato %1, registrado.</translation>
    </message>
    <message>
        <source>The newest pg_restore here is %1, the server is of PostgreSQL %2.</source>
        <translation>El pg_restore más reciente aquí es %1; el servidor es de PostgreSQL %2.</translation>
    </message>
    <message>
        <source>Install the client programs of PostgreSQL %1 or newer.</source>
        <translation>Instale los programas cliente de PostgreSQL %1 o posterior.</translation>
    </message>
    <message>
        <source>pg_restore %1 in %2.</source>
        <translation>pg_restore %1 en %2.</translation>
    </message>
    <message>
        <source>The dump does not say from which server it comes.</source>
        <translation>El volcado no dice de qué servidor procede.</translation>
    </message>
    <message>
        <source>The dump comes from PostgreSQL %1, this server is of %2: it may not know all that is in it.</source>
        <translation>El volcado procede de PostgreSQL %1 y este servidor es de %2: puede que no conozca todo lo que contiene.</translation>
    </message>
    <message>
        <source>What it does not know ends the restore, and all of it is taken back. Better: restore on a server of that version.</source>
        <translation>Lo que no conozca termina la restauración, y todo se revierte. Mejor: restaure en un servidor de esa versión.</translation>
    </message>
    <message>
        <source>The dump comes from PostgreSQL %1.</source>
        <translation>El volcado procede de PostgreSQL %1.</translation>
    </message>
    <message>
        <source>All of it.</source>
        <translation>Todo.</translation>
    </message>
    <message>
        <source>SQL is restored as a whole.</source>
        <translation>El SQL se restaura completo.</translation>
    </message>
    <message>
        <source>Choose nothing, or dump as an archive the next time.</source>
        <translation>No elija nada, o la próxima vez haga el volcado como archivo de pg_dump.</translation>
    </message>
    <message>
        <source>The archive has no %1.</source>
        <translation>El archivo de pg_dump no tiene %1.</translation>
    </message>
    <message>
        <source>--list shows what it has.</source>
        <translation>--list muestra lo que tiene.</translation>
    </message>
    <message>
        <source>There is no object in it to restore.</source>
        <translation>No contiene ningún objeto que restaurar.</translation>
    </message>
    <message>
        <source>Look whether this is the right dump.</source>
        <translation>Mire si este es el volcado correcto.</translation>
    </message>
    <message>
        <source>%1 objects.</source>
        <translation>Objetos: %1.</translation>
    </message>
    <message>
        <source>Not chosen, but needed: %1.</source>
        <translation>No elegidos, pero necesarios: %1.</translation>
    </message>
    <message>
        <source>Left out, because their other end is neither chosen nor there: %1.</source>
        <translation>Se omiten, porque su otro extremo ni se ha elegido ni existe: %1.</translation>
    </message>
    <message>
        <source>Choose the other table too, if the tie is wanted.</source>
        <translation>Elija también la otra tabla, si quiere conservar el vínculo.</translation>
    </message>
    <message>
        <source>%1 is a superuser.</source>
        <translation>%1 es superusuario.</translation>
    </message>
    <message>
        <source>%1 is no superuser.</source>
        <translation>%1 no es superusuario.</translation>
    </message>
    <message>
        <source>Connect as a superuser to make roles.</source>
        <translation>Conéctese como superusuario para crear roles.</translation>
    </message>
    <message>
        <source>%1 may make databases.</source>
        <translation>%1 puede crear bases de datos.</translation>
    </message>
    <message>
        <source>%1 may make objects in %2.</source>
        <translation>%1 puede crear objetos en %2.</translation>
    </message>
    <message>
        <source>%1 may not make databases.</source>
        <translation>%1 no puede crear bases de datos.</translation>
    </message>
    <message>
        <source>%1 may not make anything in %2.</source>
        <translation>%1 no puede crear nada en %2.</translation>
    </message>
    <message>
        <source>ALTER ROLE … CREATEDB, or connect as another role.</source>
        <translation>ALTER ROLE … CREATEDB, o conéctese con otro rol.</translation>
    </message>
    <message>
        <source>GRANT CREATE ON DATABASE …, or connect as another role.</source>
        <translation>GRANT CREATE ON DATABASE …, o conéctese con otro rol.</translation>
    </message>
    <message>
        <source>Every role that the dump names is there.</source>
        <translation>Todos los roles que nombra el volcado existen.</translation>
    </message>
    <message>
        <source>The server has no role %1.</source>
        <translation>El servidor no tiene el rol %1.</translation>
    </message>
    <message>
        <source>Restore the roles first (globals.sql beside the dump), or leave owners and rights out.</source>
        <translation>Restaure antes los roles (globals.sql, junto al volcado) u omita propietarios y permisos.</translation>
    </message>
    <message>
        <source>The server cannot make the extension %1: it is not installed.</source>
        <translation>El servidor no puede crear la extensión %1: no está instalada.</translation>
    </message>
    <message>
        <source>Install its package on the host, or leave it and what needs it out.</source>
        <translation>Instale su paquete en el host, u omita la extensión y lo que la necesita.</translation>
    </message>
    <message>
        <source>The server has no tablespace %1.</source>
        <translation>El servidor no tiene el tablespace %1.</translation>
    </message>
    <message>
        <source>Make it first: CREATE TABLESPACE.</source>
        <translation>Créelo antes: CREATE TABLESPACE.</translation>
    </message>
    <message>
        <source>The server has no collation of the locale %1, which the new database shall have.</source>
        <translation>El servidor no tiene ninguna collation del locale %1, que debe tener la base de datos nueva.</translation>
    </message>
    <message>
        <source>Install the locale on the host. Without it the database cannot be made.</source>
        <translation>Instale el locale en el host. Sin él no se puede crear la base de datos.</translation>
    </message>
    <message>
        <source>The database was made with the locale provider %1, which came with PostgreSQL %2.</source>
        <translation>La base de datos se creó con el proveedor de locale %1, que llegó con PostgreSQL %2.</translation>
    </message>
    <message>
        <source>Make a database as you want it, and restore into that.</source>
        <translation>Cree una base de datos como la quiera y restaure en ella.</translation>
    </message>
    <message>
        <source>Extensions, tablespaces and locales are there.</source>
        <translation>Las extensiones, los tablespaces y los locales existen.</translation>
    </message>
    <message>
        <source>One job; the first error ends it.</source>
        <translation>Un solo trabajo; el primer error lo termina.</translation>
    </message>
    <message>
        <source>In one transaction.</source>
        <translation>En una sola transacción.</translation>
    </message>
    <message>
        <source>Only an archive in the custom or the directory format is restored by several jobs, or past an error.</source>
        <translation>Solo un archivo de pg_dump en formato custom o directory se restaura con varios trabajos o pasando por alto un error.</translation>
    </message>
    <message>
        <source>Choose one job, and to stop at the first error.</source>
        <translation>Elija un solo trabajo y detenerse en el primer error.</translation>
    </message>
    <message>
        <source>Several jobs, or going on past errors, cannot be one transaction: an error would leave %1 half restored.</source>
        <translation>Varios trabajos, o continuar tras los errores, no pueden ser una sola transacción: un error dejaría %1 a medio restaurar.</translation>
    </message>
    <message>
        <source>Choose one job and to stop at the first error, or restore into a new database.</source>
        <translation>Elija un solo trabajo y detenerse en el primer error, o restaure en una base de datos nueva.</translation>
    </message>
    <message>
        <source>Jobs: %1.</source>
        <translation>Trabajos: %1.</translation>
    </message>
    <message>
        <source>%1 free, the dump has %2.</source>
        <translation>%1 libres; el volcado tiene %2.</translation>
    </message>
    <message>
        <source>Make room on the server&apos;s disk.</source>
        <translation>Libere espacio en el disco del servidor.</translation>
    </message>
    <message>
        <source>A pg_restore for this server</source>
        <translation>Un pg_restore para este servidor</translation>
    </message>
    <message>
        <source>It must know the server&apos;s version and the archive&apos;s.</source>
        <translation>Debe conocer la versión del servidor y la del archivo de pg_dump.</translation>
    </message>
    <message>
        <source>It is a dump</source>
        <translation>Es un volcado</translation>
    </message>
    <message>
        <source>What it is is told by how it begins, before anything is touched.</source>
        <translation>Qué es se sabe por cómo empieza, antes de tocar nada.</translation>
    </message>
    <message>
        <source>Its contents can be read</source>
        <translation>Su contenido se puede leer</translation>
    </message>
    <message>
        <source>pg_restore --list reads them.</source>
        <translation>Lo lee pg_restore --list.</translation>
    </message>
    <message>
        <source>The server knows what is in it</source>
        <translation>El servidor conoce lo que contiene</translation>
    </message>
    <message>
        <source>A dump goes forward in versions, not back.</source>
        <translation>Un volcado avanza en versiones, no retrocede.</translation>
    </message>
    <message>
        <source>pg_restore can log in</source>
        <translation>pg_restore puede iniciar sesión</translation>
    </message>
    <message>
        <source>It runs as the owner of the data directory, and nobody is there to type a password.</source>
        <translation>Se ejecuta como el propietario del directorio de datos, y no hay nadie que escriba una contraseña.</translation>
    </message>
    <message>
        <source>Logged in as %1.</source>
        <translation>Sesión iniciada como %1.</translation>
    </message>
    <message>
        <source>The role may do it</source>
        <translation>El rol puede hacerlo</translation>
    </message>
    <message>
        <source>Databases and objects are made by it.</source>
        <translation>Es el rol el que crea las bases de datos y los objetos.</translation>
    </message>
    <message>
        <source>The roles are there</source>
        <translation>Los roles existen</translation>
    </message>
    <message>
        <source>Owners and rights name roles, which lie in no database and in no dump of one.</source>
        <translation>Los propietarios y los permisos nombran roles, que no están en ninguna base de datos ni en ningún volcado de una.</translation>
    </message>
    <message>
        <source>The server has what the dump needs</source>
        <translation>El servidor tiene lo que necesita el volcado</translation>
    </message>
    <message>
        <source>Extensions, tablespaces and locales are installed on a server, not dumped.</source>
        <translation>Las extensiones, los tablespaces y los locales se instalan en un servidor, no se vuelcan.</translation>
    </message>
    <message>
        <source>It can be taken back</source>
        <translation>Se puede revertir</translation>
    </message>
    <message>
        <source>Into a new database nothing is at stake; into another it is one transaction.</source>
        <translation>En una base de datos nueva no se arriesga nada; en otra es una sola transacción.</translation>
    </message>
    <message>
        <source>Room for it</source>
        <translation>Espacio para él</translation>
    </message>
    <message>
        <source>A full disk stops the server for everybody.</source>
        <translation>Un disco lleno detiene el servidor para todos.</translation>
    </message>
    <message>
        <source>%1 cannot be read by %2: %3</source>
        <translation>%2 no puede leer %1: %3</translation>
    </message>
    <message>
        <source>Give the path on the node&apos;s host, as the owner of its server sees it.</source>
        <translation>Dé la ruta en el host del nodo, tal como la ve el propietario de su servidor.</translation>
    </message>
    <message>
        <source>Compare what is there with the list</source>
        <translation>Comparar lo que existe con la lista</translation>
    </message>
    <message>
        <source>%1 tables, views and sequences are there</source>
        <translation>tablas, vistas y secuencias que existen: %1</translation>
    </message>
    <message>
        <source>Count the tables, views and sequences</source>
        <translation>Contar las tablas, vistas y secuencias</translation>
    </message>
    <message>
        <source>Gather the planner&apos;s statistics</source>
        <translation>Recopilar las estadísticas del planificador</translation>
    </message>
    <message>
        <source>Analyze what was restored; no dump has statistics</source>
        <translation>Analizar lo restaurado; ningún volcado tiene estadísticas</translation>
    </message>
    <message>
        <source>Give it the name %1</source>
        <translation>Darle el nombre %1</translation>
    </message>
    <message>
        <source>it has that name</source>
        <translation>tiene ese nombre</translation>
    </message>
    <message>
        <source>Write down where it comes from, as the database&apos;s comment</source>
        <translation>Anotar de dónde procede, como comentario de la base de datos</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>Cambiarle el nombre a %1</translation>
    </message>
    <message>
        <source>End sessions in it, so that it can be renamed</source>
        <translation>Terminar las sesiones en ella, para que se le pueda cambiar el nombre</translation>
    </message>
    <message>
        <source>Wait until nobody is in it</source>
        <translation>Esperar a que no haya nadie en ella</translation>
    </message>
    <message>
        <source>nobody is in it</source>
        <translation>no hay nadie en ella</translation>
    </message>
    <message>
        <source>Take its name back</source>
        <translation>Quitarle ese nombre</translation>
    </message>
    <message>
        <source>no database of this operation has that name</source>
        <translation>ninguna base de datos de esta operación tiene ese nombre</translation>
    </message>
    <message>
        <source>%1 is the restored database</source>
        <translation>%1 es la base de datos restaurada</translation>
    </message>
    <message>
        <source>Remove the mark of this restore</source>
        <translation>Eliminar la marca de esta restauración</translation>
    </message>
    <message>
        <source>Remove this restore&apos;s mark from %1</source>
        <translation>Eliminar de %1 la marca de esta restauración</translation>
    </message>
    <message>
        <source>Drop the schema that marked the transaction as committed</source>
        <translation>Eliminar el esquema que marcaba que se hizo commit de la transacción</translation>
    </message>
    <message>
        <source>Note what was restored</source>
        <translation>Anotar lo que se restauró</translation>
    </message>
    <message>
        <source>Note the name of the database</source>
        <translation>Anotar el nombre de la base de datos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Foreign tables</source>
        <translation>Tablas foráneas</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Materialized views</source>
        <translation>Vistas materializadas</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Secuencias</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Procedimientos</translation>
    </message>
    <message>
        <source>Aggregates</source>
        <translation>Agregados</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Dominios</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensiones</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publicaciones</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Suscripciones</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ya existe</translation>
    </message>
    <message>
        <source>is there already: about %1 rows, %2</source>
        <translation>ya existe: unas %1 filas, %2</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>is there already, and stays as it is</source>
        <translation>ya existe, y queda como está</translation>
    </message>
    <message>
        <source>Large objects</source>
        <translation>Objetos grandes</translation>
    </message>
    <message>
        <source>%1 has no table %2 to put rows into.</source>
        <translation>%1 no tiene la tabla %2 en la que poner filas.</translation>
    </message>
    <message>
        <source>Restore the definitions too.</source>
        <translation>Restaure también las definiciones.</translation>
    </message>
    <message>
        <source>Rows are added to %1; those that are there stay.</source>
        <translation>Se añaden filas a %1; las que hay se conservan.</translation>
    </message>
    <message>
        <source>A row whose key is there already ends the restore, and all of it is taken back.</source>
        <translation>Una fila cuya clave ya existe termina la restauración, y todo se revierte.</translation>
    </message>
    <message>
        <source>Roles that are there stay as they are.</source>
        <translation>Los roles que existen quedan como están.</translation>
    </message>
    <message>
        <source>No database is named to restore into.</source>
        <translation>No se indica ninguna base de datos en la que restaurar.</translation>
    </message>
    <message>
        <source>Name a new one, or one that is there.</source>
        <translation>Indique una nueva o una que exista.</translation>
    </message>
    <message>
        <source>The database %1 does not exist, so there is no table to put rows into.</source>
        <translation>La base de datos %1 no existe, así que no hay ninguna tabla en la que poner filas.</translation>
    </message>
    <message>
        <source>Restore the definitions too, or into the database that has them.</source>
        <translation>Restaure también las definiciones, o en la base de datos que las tiene.</translation>
    </message>
    <message>
        <source>%1 is a new database: there is nothing to overwrite.</source>
        <translation>%1 es una base de datos nueva: no hay nada que sobrescribir.</translation>
    </message>
    <message>
        <source>%1 exists; what the SQL does in it is not known beforehand.</source>
        <translation>%1 existe; lo que el SQL hace en ella no se sabe de antemano.</translation>
    </message>
    <message>
        <source>An error ends it, and all of it is taken back. Restore into a new database to be sure.</source>
        <translation>Un error lo termina, y todo se revierte. Para mayor seguridad, restaure en una base de datos nueva.</translation>
    </message>
    <message>
        <source>None of it is in %1 yet.</source>
        <translation>Aún no hay nada de ello en %1.</translation>
    </message>
    <message>
        <source>%1 objects are in %2 already: %3.</source>
        <translation>Objetos que ya están en %2: %1 (%3).</translation>
    </message>
    <message>
        <source>Restore into a new database, choose others, restore rows alone, or say that they shall be dropped first.</source>
        <translation>Restaure en una base de datos nueva, elija otros, restaure solo las filas o indique que se eliminen antes.</translation>
    </message>
    <message>
        <source>%1 objects are dropped first, with all that is in them now: %2.</source>
        <translation>Antes se eliminan %1 objetos, con todo lo que contienen ahora: %2.</translation>
    </message>
    <message>
        <source>Dump %1 before, if there is any doubt.</source>
        <translation>Ante cualquier duda, haga antes un volcado de %1.</translation>
    </message>
    <message>
        <source>Nobody works in it.</source>
        <translation>Nadie trabaja en ella.</translation>
    </message>
    <message>
        <source>%1 other sessions are open in %2.</source>
        <translation>Otras sesiones abiertas en %2: %1.</translation>
    </message>
    <message>
        <source>Those that use what is dropped are waited for, and wait for it themselves.</source>
        <translation>A las que usan lo que se elimina se las espera, y ellas mismas esperan por ello.</translation>
    </message>
    <message>
        <source>They see what is restored all at once, at the end.</source>
        <translation>Ven lo restaurado de una sola vez, al final.</translation>
    </message>
    <message>
        <source>What it would overwrite</source>
        <translation>Qué sobrescribiría</translation>
    </message>
    <message>
        <source>Objects of the dump are compared one by one with those of the database.</source>
        <translation>Los objetos del volcado se comparan uno a uno con los de la base de datos.</translation>
    </message>
    <message>
        <source>Who works in the database</source>
        <translation>Quién trabaja en la base de datos</translation>
    </message>
    <message>
        <source>A restore locks what it makes and what it drops.</source>
        <translation>Una restauración bloquea lo que crea y lo que elimina.</translation>
    </message>
    <message>
        <source>A name has at most 63 bytes.</source>
        <translation>Un nombre tiene como máximo 63 bytes.</translation>
    </message>
    <message>
        <source>A template is no place to restore into.</source>
        <translation>Una plantilla no es lugar en el que restaurar.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>En</translation>
    </message>
    <message>
        <source>The node that gets it; the dump is read on its host.</source>
        <translation>El nodo que lo recibe; el volcado se lee en su host.</translation>
    </message>
    <message>
        <source>Dump</source>
        <translation>Volcado</translation>
    </message>
    <message>
        <source>A file or directory that pg_dump or pg_dumpall wrote, on that node&apos;s host.</source>
        <translation>Un archivo o directorio escrito por pg_dump o pg_dumpall, en el host de ese nodo.</translation>
    </message>
    <message>
        <source>Into the database</source>
        <translation>En la base de datos</translation>
    </message>
    <message>
        <source>A new name makes a database; one that is there gets the objects in one transaction.</source>
        <translation>Un nombre nuevo crea una base de datos; una que ya existe recibe los objetos en una sola transacción.</translation>
    </message>
    <message>
        <source>Only these objects</source>
        <translation>Solo estos objetos</translation>
    </message>
    <message>
        <source>All, when none is chosen. Indexes, rows and rights come with their table.</source>
        <translation>Todos, si no se elige ninguno. Los índices, las filas y los permisos vienen con su tabla.</translation>
    </message>
    <message>
        <source>Definitions and rows</source>
        <translation>Definiciones y filas</translation>
    </message>
    <message>
        <source>Rows alone are added to tables that are there.</source>
        <translation>Si solo son las filas, se añaden a tablas que ya existen.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambas</translation>
    </message>
    <message>
        <source>Definitions alone</source>
        <translation>Solo las definiciones</translation>
    </message>
    <message>
        <source>Rows alone</source>
        <translation>Solo las filas</translation>
    </message>
    <message>
        <source>Drop what is there first</source>
        <translation>Eliminar antes lo que existe</translation>
    </message>
    <message>
        <source>In a database that is there: its objects of the same name are dropped, with all rows.</source>
        <translation>En una base de datos que ya existe: sus objetos del mismo nombre se eliminan, con todas las filas.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Tables and indexes at the same time, into a new database.</source>
        <translation>Tablas e índices al mismo tiempo, en una base de datos nueva.</translation>
    </message>
    <message>
        <source>At an error</source>
        <translation>Ante un error</translation>
    </message>
    <message>
        <source>Going on leaves out what fails; the errors are counted and named. Into a new database only.</source>
        <translation>Si se continúa, se omite lo que falla; los errores se cuentan y se nombran. Solo en una base de datos nueva.</translation>
    </message>
    <message>
        <source>Stop, and take all of it back</source>
        <translation>Detenerse y revertirlo todo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Leave owners out</source>
        <translation>Omitir propietarios</translation>
    </message>
    <message>
        <source>All of it belongs to the role that restores.</source>
        <translation>Todo pertenece al rol que restaura.</translation>
    </message>
    <message>
        <source>Leave rights out</source>
        <translation>Omitir permisos</translation>
    </message>
    <message>
        <source>No GRANT and no REVOKE of the dump is run.</source>
        <translation>No se ejecuta ningún GRANT ni REVOKE del volcado.</translation>
    </message>
    <message>
        <source>Gather statistics</source>
        <translation>Recopilar estadísticas</translation>
    </message>
    <message>
        <source>Without them the first queries are planned badly.</source>
        <translation>Sin ellas, las primeras consultas se planifican mal.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>No node is named.</source>
        <translation>No se indica ningún nodo.</translation>
    </message>
    <message>
        <source>The version of the server is not known.</source>
        <translation>No se conoce la versión del servidor.</translation>
    </message>
    <message>
        <source>pg_restore cannot read %1.</source>
        <translation>pg_restore no puede leer %1.</translation>
    </message>
    <message>
        <source>It is damaged, cut off, or by a newer pg_dump than the programs here.</source>
        <translation>Está dañado, cortado o lo hizo un pg_dump más reciente que los programas de aquí.</translation>
    </message>
    <message>
        <source>Restore %1 objects of %2</source>
        <translation>Restaurar %1 objetos de %2</translation>
    </message>
    <message>
        <source>Run the SQL of %1 in one transaction</source>
        <translation>Ejecutar el SQL de %1 en una sola transacción</translation>
    </message>
    <message>
        <source>End what an earlier try of this restore may have left running</source>
        <translation>Terminar lo que un intento anterior de esta restauración haya podido dejar en marcha</translation>
    </message>
    <message>
        <source>Drop the unfinished database %1</source>
        <translation>Eliminar la base de datos inacabada %1</translation>
    </message>
    <message>
        <source>Make a database with the encoding and the locale of the dump</source>
        <translation>Crear una base de datos con la codificación y el locale del volcado</translation>
    </message>
    <message>
        <source>See that the dump is whole</source>
        <translation>Ver que el volcado está completo</translation>
    </message>
    <message>
        <source>Compare it with the digest on its record</source>
        <translation>Compararlo con el resumen criptográfico de su registro</translation>
    </message>
    <message>
        <source>Read all of it once</source>
        <translation>Leerlo entero una vez</translation>
    </message>
    <message>
        <source>the transaction is committed</source>
        <translation>se hizo commit de la transacción</translation>
    </message>
    <message>
        <source>Make the roles that are not there</source>
        <translation>Crear los roles que no existen</translation>
    </message>
    <message>
        <source>Restore into a database of its own</source>
        <translation>Restaurar en una base de datos propia</translation>
    </message>
    <message>
        <source>Restore into %1, in one transaction</source>
        <translation>Restaurar en %1, en una sola transacción</translation>
    </message>
    <message>
        <source>nothing of it is committed in %1</source>
        <translation>en %1 no se hizo commit de nada de ello</translation>
    </message>
    <message>
        <source>See that the transaction was rolled back</source>
        <translation>Ver que la transacción se revirtió</translation>
    </message>
    <message>
        <source>the database is there</source>
        <translation>la base de datos existe</translation>
    </message>
    <message>
        <source>No database that was there has been touched.</source>
        <translation>No se ha tocado ninguna base de datos que ya existiera.</translation>
    </message>
    <message>
        <source>%1 has either all of the restored objects or none.</source>
        <translation>%1 tiene o todos los objetos restaurados o ninguno.</translation>
    </message>
    <message>
        <source>“restore-cluster” brings it into a server that has none of its databases.</source>
        <translation>“restore-cluster” lo lleva a un servidor que no tiene ninguna de sus bases de datos.</translation>
    </message>
    <message>
        <source>Settings of the database</source>
        <translation>Parámetros de la base de datos</translation>
    </message>
    <message>
        <source>A new database gets what was set for the dumped one (ALTER DATABASE), and who may use it.</source>
        <translation>Una base de datos nueva recibe lo que se fijó para la volcada (ALTER DATABASE), y quién puede usarla.</translation>
    </message>
    <message>
        <source>Give it what was set for the database: %1</source>
        <translation>Darle lo que se fijó para la base de datos: %1</translation>
    </message>
    <message>
        <source>no session of this restore is left</source>
        <translation>no queda ninguna sesión de esta restauración</translation>
    </message>
    <message>
        <source>Wait until its session is gone</source>
        <translation>Esperar a que desaparezca su sesión</translation>
    </message>
</context>
<context>
    <name>howdah::RestoreCluster</name>
    <message>
        <source>%1 is no dump of a whole server by pg_dumpall.</source>
        <translation>%1 no es un volcado de un servidor entero hecho por pg_dumpall.</translation>
    </message>
    <message>
        <source>A dump of one database, and one of roles alone, is restored by “restore”.</source>
        <translation>Un volcado de una base de datos, o solo de roles, se restaura con “restore”.</translation>
    </message>
    <message>
        <source>%1 has no last line as pg_dumpall writes it: it was cut off, or was never finished.</source>
        <translation>%1 no tiene la última línea que escribe pg_dumpall: está cortado o nunca se terminó.</translation>
    </message>
    <message>
        <source>Take another dump.</source>
        <translation>Tome otro volcado.</translation>
    </message>
    <message>
        <source>All of a server, as SQL. Databases: %1.</source>
        <translation>Todo un servidor, como SQL. Bases de datos: %1.</translation>
    </message>
    <message>
        <source>The server has these databases already: %1.</source>
        <translation>El servidor ya tiene estas bases de datos: %1.</translation>
    </message>
    <message>
        <source>Restore into a fresh server (initdb), or rename them first. Nothing is ever overwritten.</source>
        <translation>Restaure en un servidor nuevo (initdb), o cámbieles antes el nombre. Nunca se sobrescribe nada.</translation>
    </message>
    <message>
        <source>The database postgres holds tables, views or sequences of users: %1.</source>
        <translation>La base de datos postgres contiene tablas, vistas o secuencias de usuarios: %1.</translation>
    </message>
    <message>
        <source>Restore into a fresh server, where the dump&apos;s cannot meet them.</source>
        <translation>Restaure en un servidor nuevo, donde las del volcado no puedan chocar con ellas.</translation>
    </message>
    <message>
        <source>None of the dump&apos;s databases is there.</source>
        <translation>No existe ninguna de las bases de datos del volcado.</translation>
    </message>
    <message>
        <source>The dump does not say from which server it comes.</source>
        <translation>El volcado no dice de qué servidor procede.</translation>
    </message>
    <message>
        <source>The dump comes from PostgreSQL %1.</source>
        <translation>El volcado procede de PostgreSQL %1.</translation>
    </message>
    <message>
        <source>The dump comes from PostgreSQL %1, this server is of %2: it may not know all that is in it.</source>
        <translation>El volcado procede de PostgreSQL %1 y este servidor es de %2: puede que no conozca todo lo que contiene.</translation>
    </message>
    <message>
        <source>What it does not know ends the restore, and its databases are dropped again. Better: restore on a server of that version.</source>
        <translation>Lo que no conozca termina la restauración, y sus bases de datos se eliminan de nuevo. Mejor: restaure en un servidor de esa versión.</translation>
    </message>
    <message>
        <source>%1 is no superuser.</source>
        <translation>%1 no es superusuario.</translation>
    </message>
    <message>
        <source>Connect as a superuser: roles and databases are made.</source>
        <translation>Conéctese como superusuario: se crean roles y bases de datos.</translation>
    </message>
    <message>
        <source>The role may do it, and tablespaces are there.</source>
        <translation>El rol puede hacerlo, y los tablespaces existen.</translation>
    </message>
    <message>
        <source>The server has no tablespace %1.</source>
        <translation>El servidor no tiene el tablespace %1.</translation>
    </message>
    <message>
        <source>Make it first, on a directory of this host: CREATE TABLESPACE.</source>
        <translation>Créelo antes, en un directorio de este host: CREATE TABLESPACE.</translation>
    </message>
    <message>
        <source>%1 free, the dump has %2.</source>
        <translation>%1 libres; el volcado tiene %2.</translation>
    </message>
    <message>
        <source>Make room on the server&apos;s disk.</source>
        <translation>Libere espacio en el disco del servidor.</translation>
    </message>
    <message>
        <source>A file that pg_dumpall wrote, packed or not, on that node&apos;s host.</source>
        <translation>Un archivo escrito por pg_dumpall, comprimido o no, en el host de ese nodo.</translation>
    </message>
    <message>
        <source>It is a dump of a whole server</source>
        <translation>Es un volcado de un servidor entero</translation>
    </message>
    <message>
        <source>What it is is told by how it begins and ends, before anything is touched.</source>
        <translation>Qué es se sabe por cómo empieza y termina, antes de tocar nada.</translation>
    </message>
    <message>
        <source>The server has none of it yet</source>
        <translation>El servidor aún no tiene nada de ello</translation>
    </message>
    <message>
        <source>Such a dump makes databases by itself and cannot be one transaction: only what it made can be taken back.</source>
        <translation>Un volcado así crea bases de datos por sí mismo y no puede ser una sola transacción: solo se puede revertir lo que creó.</translation>
    </message>
    <message>
        <source>The server knows what is in it</source>
        <translation>El servidor conoce lo que contiene</translation>
    </message>
    <message>
        <source>A dump goes forward in versions, not back.</source>
        <translation>Un volcado avanza en versiones, no retrocede.</translation>
    </message>
    <message>
        <source>The server has what the dump needs</source>
        <translation>El servidor tiene lo que necesita el volcado</translation>
    </message>
    <message>
        <source>Roles and databases are made by a superuser; tablespaces want a directory.</source>
        <translation>Los roles y las bases de datos los crea un superusuario; los tablespaces requieren un directorio.</translation>
    </message>
    <message>
        <source>Room for it</source>
        <translation>Espacio para él</translation>
    </message>
    <message>
        <source>A full disk stops the server for everybody.</source>
        <translation>Un disco lleno detiene el servidor para todos.</translation>
    </message>
    <message>
        <source>Restore a whole server&apos;s dump</source>
        <translation>Restaurar el volcado de un servidor entero</translation>
    </message>
    <message>
        <source>Brings roles and all databases of a dump by pg_dumpall into a server that has none of them.</source>
        <translation>Lleva los roles y todas las bases de datos de un volcado de pg_dumpall a un servidor que no tiene ninguna de ellas.</translation>
    </message>
    <message>
        <source>Roles that are not there are made, with the passwords of the dump; they stay even if the restore is taken back.</source>
        <translation>Los roles que no existen se crean, con las contraseñas del volcado; se quedan aunque se revierta la restauración.</translation>
    </message>
    <message>
        <source>These databases are made: %1.</source>
        <translation>Se crean estas bases de datos: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n databases will be made, with the roles that are missing.</source>
        <translation>
            <numerusform>Se creará %n base de datos, con los roles que falten.</numerusform>
            <numerusform>Se crearán %n bases de datos, con los roles que falten.</numerusform>
        </translation>
    </message>
    <message>
        <source>No primary answers, and only a primary can be written to.</source>
        <translation>No responde ningún primario, y solo se puede escribir en un primario.</translation>
    </message>
    <message>
        <source>Look whether the databases have what you expect.</source>
        <translation>Mire si las bases de datos tienen lo que espera.</translation>
    </message>
    <message>
        <source>Databases restored</source>
        <translation>Bases de datos restauradas</translation>
    </message>
    <message>
        <source>End what an earlier try of this restore may have left running</source>
        <translation>Terminar lo que un intento anterior de esta restauración haya podido dejar en marcha</translation>
    </message>
    <message>
        <source>Wait until it is gone</source>
        <translation>Esperar a que desaparezca</translation>
    </message>
    <message>
        <source>no session of this restore is left</source>
        <translation>no queda ninguna sesión de esta restauración</translation>
    </message>
    <message>
        <source>%1 is not there, or not of this restore</source>
        <translation>%1 no existe, o no es de esta restauración</translation>
    </message>
    <message>
        <source>Drop the unfinished database %1</source>
        <translation>Eliminar la base de datos inacabada %1</translation>
    </message>
    <message>
        <source>Run the SQL of %1</source>
        <translation>Ejecutar el SQL de %1</translation>
    </message>
    <message>
        <source>Make the missing roles and all databases</source>
        <translation>Crear los roles que faltan y todas las bases de datos</translation>
    </message>
    <message>
        <source>the SQL has come to its end</source>
        <translation>el SQL ha llegado a su fin</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>The databases of the dump may be there in part. No other database was touched but postgres, if the dump has something for it.</source>
        <translation>Puede que las bases de datos del volcado existan en parte. No se tocó ninguna otra base de datos salvo postgres, si el volcado tiene algo para ella.</translation>
    </message>
    <message>
        <source>Remove the marks of this restore</source>
        <translation>Eliminar las marcas de esta restauración</translation>
    </message>
    <message>
        <source>Take the mark off %1</source>
        <translation>Quitar la marca de %1</translation>
    </message>
    <message>
        <source>Note what was restored</source>
        <translation>Anotar lo que se restauró</translation>
    </message>
    <message>
        <source>Gather the planner&apos;s statistics</source>
        <translation>Recopilar las estadísticas del planificador</translation>
    </message>
    <message>
        <source>Analyze all databases; no dump has statistics</source>
        <translation>Analizar todas las bases de datos; ningún volcado tiene estadísticas</translation>
    </message>
</context>
<context>
    <name>howdah::ResultPage</name>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Tardó %1.</translation>
    </message>
    <message>
        <source>How that was verified</source>
        <translation>Cómo se verificó</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>howdah::ResumeDialog</name>
    <message>
        <source>Howdah looks again first, and does nothing if the situation is another by now.</source>
        <translation>Howdah vuelve a mirar antes, y no hace nada si la situación ya es otra.</translation>
    </message>
    <message>
        <source>Its point of no return was begun: from here it only goes forward.</source>
        <translation>Ya se inició su punto de no retorno: desde aquí solo sigue adelante.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Escriba %1 para confirmar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Go on with this? %1 on %2</source>
        <translation>¿Continuar? %1 en %2</translation>
    </message>
</context>
<context>
    <name>howdah::ResumeReplay</name>
    <message>
        <source>Resume replay</source>
        <translation>Reanudar la reproducción</translation>
    </message>
    <message>
        <source>Lets a standby whose replay is paused apply the WAL that it has received.</source>
        <translation>Hace que un standby con la reproducción en pausa aplique el WAL que ha recibido.</translation>
    </message>
    <message>
        <source>Watch %1 catch up on the Overview.</source>
        <translation>Vea en el Resumen cómo %1 se pone al día.</translation>
    </message>
</context>
<context>
    <name>howdah::Resumption</name>
    <message>
        <source>It stays interrupted: put that right and resume it, or undo it.</source>
        <translation>Sigue interrumpida: corrija eso y reanúdela, o deshágala.</translation>
    </message>
    <message>
        <source>The situation has changed since this operation was approved; nothing was done.</source>
        <translation>La situación ha cambiado desde que se aprobó esta operación; no se hizo nada.</translation>
    </message>
    <message>
        <source>The cluster&apos;s system identifier was %1 and is %2 now.</source>
        <translation>El identificador de sistema del clúster era %1 y ahora es %2.</translation>
    </message>
    <message>
        <source>No node answered as primary then; %1 does now.</source>
        <translation>Ningún nodo respondía entonces como primario; ahora lo hace %1.</translation>
    </message>
    <message>
        <source>The primary was %1 then; %2 answers as primary now.</source>
        <translation>El primario era entonces %1; ahora responde %2 como primario.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>howdah::Retention</name>
    <message>
        <source>It is of another cluster.</source>
        <translation>Es de otro clúster.</translation>
    </message>
    <message>
        <source>Howdah has not made it.</source>
        <translation>No la ha hecho Howdah.</translation>
    </message>
    <message>
        <source>It is one of the newest %1.</source>
        <translation>Está entre las más recientes (%1).</translation>
    </message>
    <message>
        <source>It is the newest good backup: one stays always.</source>
        <translation>Es la copia de seguridad buena más reciente: siempre se conserva una.</translation>
    </message>
    <message>
        <source>It is younger than %1 days.</source>
        <translation>Tiene menos de %1 días.</translation>
    </message>
    <message>
        <source>It lies in the recovery window, which begins %1.</source>
        <translation>Está en la ventana de recuperación, que empieza %1.</translation>
    </message>
    <message>
        <source>The recovery window begins %1, and this is the newest backup that ended before it.</source>
        <translation>La ventana de recuperación empieza %1, y esta es la copia de seguridad más reciente que terminó antes.</translation>
    </message>
    <message>
        <source>The incremental backup %1 is based on it.</source>
        <translation>La copia de seguridad incremental %1 se basa en ella.</translation>
    </message>
    <message>
        <source>The archive stays as it is: no backup says from where on it is needed.</source>
        <translation>El archivo de WAL queda como está: ninguna copia de seguridad dice desde dónde hace falta.</translation>
    </message>
    <message>
        <source>The archive stays from %1 on: the backup %2 begins there.</source>
        <translation>El archivo de WAL se conserva desde %1: la copia de seguridad %2 empieza ahí.</translation>
    </message>
    <message>
        <source>It was found bad, and no rule keeps it.</source>
        <translation>Se encontró defectuosa, y ninguna regla la conserva.</translation>
    </message>
    <message>
        <source>No rule keeps it.</source>
        <translation>Ninguna regla la conserva.</translation>
    </message>
    <message>
        <source>No rule is set.</source>
        <translation>No se ha establecido ninguna regla.</translation>
    </message>
</context>
<context>
    <name>howdah::ReturnedRows</name>
    <message>
        <source>%1 rows compared, %2 missing, %3 changed.</source>
        <translation>Filas comparadas: %1; faltan: %2; cambiadas: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>%1: %2 missing, %3 changed</source>
        <translation>%1: faltan %2, cambiadas %3</translation>
    </message>
    <message>
        <source>all of them are back</source>
        <translation>han vuelto todas</translation>
    </message>
</context>
<context>
    <name>howdah::RowDifferences</name>
    <message>
        <source>No primary answers to compare with.</source>
        <translation>No responde ningún primario con el que comparar.</translation>
    </message>
    <message>
        <source>There is no table %1 in the side instance.</source>
        <translation>No hay ninguna tabla %1 en la instancia auxiliar.</translation>
    </message>
    <message>
        <source>%1 has no primary key: which of its rows are missing cannot be told.</source>
        <translation>%1 no tiene clave primaria: no se puede saber cuáles de sus filas faltan.</translation>
    </message>
</context>
<context>
    <name>howdah::RowFile</name>
    <message>
        <source>The rows could not be written: %1</source>
        <translation>No se pudieron escribir las filas: %1</translation>
    </message>
    <message>
        <source>There is no table %1 in the side instance.</source>
        <translation>No hay ninguna tabla %1 en la instancia auxiliar.</translation>
    </message>
</context>
<context>
    <name>howdah::RowReturn</name>
    <message>
        <source>There is no table %1 in the side instance.</source>
        <translation>No hay ninguna tabla %1 en la instancia auxiliar.</translation>
    </message>
    <message>
        <source>There is no table %1 on the live server any more.</source>
        <translation>Ya no hay ninguna tabla %1 en el servidor activo.</translation>
    </message>
    <message>
        <source>The tables refer to each other in a circle.</source>
        <translation>Las tablas se refieren unas a otras en círculo.</translation>
    </message>
    <message>
        <source>%1 has changed since it was looked at: %2 rows are missing and %3 differ now, %4 and %5 were approved.</source>
        <translation>%1 ha cambiado desde que se miró: ahora faltan %2 filas y difieren %3; se aprobaron %4 y %5.</translation>
    </message>
    <message>
        <source>%1 has changed since it was looked at: %2 rows would come now, %3 were approved.</source>
        <translation>%1 ha cambiado desde que se miró: ahora vendrían %2 filas; se aprobaron %3.</translation>
    </message>
    <message>
        <source>Nothing was brought back. Check again, and approve what is there now.</source>
        <translation>No se trajo nada de vuelta. Compruebe de nuevo y apruebe lo que hay ahora.</translation>
    </message>
    <message>
        <source>Nothing was brought back. %1</source>
        <translation>No se trajo nada de vuelta. %1</translation>
    </message>
    <message>
        <source>%1 of %2 rows were written to %3: a trigger or a rule keeps the others away.</source>
        <translation>Se escribieron %1 de %2 filas en %3: un trigger o una regla impide las demás.</translation>
    </message>
</context>
<context>
    <name>howdah::RowsDialog</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Rows that differ</source>
        <translation>Filas que difieren</translation>
    </message>
    <message>
        <source>Choose tables at the left and compare them: rows that are missing on the live server, or were changed there since, are listed here.</source>
        <translation>Elija tablas a la izquierda y compárelas: aquí se listan las filas que faltan en el servidor activo o que se cambiaron en él desde entonces.</translation>
    </message>
    <message>
        <source>Bring the chosen rows back…</source>
        <translation>Recuperar filas elegidas…</translation>
    </message>
    <message>
        <source>Bring all back…</source>
        <translation>Traer todas de vuelta…</translation>
    </message>
    <message>
        <source>What the copy has and %1 lacks</source>
        <translation>Lo que tiene la copia y le falta a %1</translation>
    </message>
    <message>
        <source>Recovered copy</source>
        <translation>Copia recuperada</translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation>Buscar una tabla</translation>
    </message>
    <message>
        <source>Tables of the copy</source>
        <translation>Tablas de la copia</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (ya no existe)</translation>
    </message>
    <message>
        <source>The live server has no such table any more.</source>
        <translation>El servidor activo ya no tiene esa tabla.</translation>
    </message>
    <message>
        <source>%1 more rows differ; the table shows the first %2 of each.</source>
        <translation>Difieren %1 filas más; la tabla muestra las primeras %2 de cada una.</translation>
    </message>
    <message>
        <source>No recovered copy runs beside this cluster. Recover to a point in time first.</source>
        <translation>No se ejecuta ninguna copia recuperada junto a este clúster. Recupere antes a un momento dado.</translation>
    </message>
    <message>
        <source>Comparing %1 …</source>
        <translation>Comparando %1 …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n tables</source>
        <translation>
            <numerusform>Comparar %n tabla</numerusform>
            <numerusform>Comparar %n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>Check a table in the list.</source>
        <translation>Marque una tabla de la lista.</translation>
    </message>
    <message>
        <source>Bring all %1 back…</source>
        <translation>Traer de vuelta todas (%1)…</translation>
    </message>
    <message>
        <source>Nothing was found yet that could be brought back.</source>
        <translation>Aún no se ha encontrado nada que se pueda traer de vuelta.</translation>
    </message>
    <message>
        <source>Choose rows in the table that are missing or changed.</source>
        <translation>Elija en la tabla filas que falten o estén cambiadas.</translation>
    </message>
    <message>
        <source>Choose rows of one table.</source>
        <translation>Elija filas de una sola tabla.</translation>
    </message>
</context>
<context>
    <name>howdah::RowsTable</name>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>In the recovered copy, not on the live server.</source>
        <translation>En la copia recuperada, no en el servidor activo.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>On both, but not the same.</source>
        <translation>En ambos, pero no igual.</translation>
    </message>
    <message>
        <source>Only live</source>
        <translation>Solo en el activo</translation>
    </message>
    <message>
        <source>On the live server alone: it came after the copy&apos;s point in time. It is never touched.</source>
        <translation>Solo en el servidor activo: llegó después del momento de la copia. Nunca se toca.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Of the row on the live server.</source>
        <translation>De la fila en el servidor activo.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Its primary key.</source>
        <translation>Su clave primaria.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Of a changed one: the live value → the recovered one.</source>
        <translation>De una cambiada: el valor activo → el recuperado.</translation>
    </message>
    <message>
        <source>%1 is gone from the live server, with %2 rows.</source>
        <translation>%1 ya no existe en el servidor activo, con %2 filas.</translation>
    </message>
    <message>
        <source>%1: all %2 rows are the same.</source>
        <translation>%1: las %2 filas son iguales.</translation>
    </message>
    <message>
        <source>%1: %2 missing, %3 changed, %4 only on the live server.</source>
        <translation>%1: faltan %2, cambiadas %3, solo en el servidor activo %4.</translation>
    </message>
</context>
<context>
    <name>howdah::Run</name>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido, como se pidió.</translation>
    </message>
    <message>
        <source>Undoing &quot;%1&quot; failed: %2</source>
        <translation>Falló al deshacer &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>It was undone because: %1</source>
        <translation>Se deshizo porque: %1</translation>
    </message>
</context>
<context>
    <name>howdah::RunPage</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>What the commands print appears here.</source>
        <translation>Lo que imprimen las órdenes aparece aquí.</translation>
    </message>
    <message>
        <source>Looking once more whether the plan still fits…</source>
        <translation>Mirando una vez más si el plan sigue siendo válido…</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation>Deshaciendo: %1</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop and undo</source>
        <translation>Detener y deshacer</translation>
    </message>
    <message>
        <source>It is being undone already; stopping that leaves it half-way, to be resumed or undone later.</source>
        <translation>Ya se está deshaciendo; detenerlo lo deja a medias, para reanudar o deshacer más tarde.</translation>
    </message>
    <message>
        <source>The point of no return is behind: what was done stays, and the operation can be resumed later.</source>
        <translation>El punto sin retorno ha quedado atrás: lo hecho se queda, y la operación se puede reanudar más tarde.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet; stopping leaves everything as it is.</source>
        <translation>Aún no se ha cambiado nada; al detener, todo queda como está.</translation>
    </message>
    <message>
        <source>Stops the step under way and undoes it, and the steps before it.</source>
        <translation>Detiene el paso en curso y lo deshace, y también los pasos anteriores.</translation>
    </message>
</context>
<context>
    <name>howdah::RunStepRow</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>Progreso de: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>%1 de %2 objetos</translation>
    </message>
</context>
<context>
    <name>howdah::Runner</name>
    <message>
        <source>The situation has changed since this plan was approved; nothing was done.</source>
        <translation>La situación ha cambiado desde que se aprobó este plan; no se hizo nada.</translation>
    </message>
    <message>
        <source>Look at the checks and the plan again, and approve what they say now.</source>
        <translation>Mire de nuevo las comprobaciones y el plan, y apruebe lo que dicen ahora.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The steps that would be done now are others than those approved.</source>
        <translation>Los pasos que se harían ahora son distintos de los aprobados.</translation>
    </message>
    <message>
        <source>The operation %1 was done to its end; there is nothing to resume or undo.</source>
        <translation>La operación %1 se llevó hasta el final; no hay nada que reanudar o deshacer.</translation>
    </message>
    <message>
        <source>The operation %1 was undone; there is nothing to resume or undo.</source>
        <translation>La operación %1 se deshizo; no hay nada que reanudar o deshacer.</translation>
    </message>
    <message>
        <source>The plan of the operation %1 cannot be read any more, so it can be neither resumed nor undone by Howdah.</source>
        <translation>El plan de la operación %1 ya no se puede leer, así que Howdah no puede reanudarla ni deshacerla.</translation>
    </message>
    <message>
        <source>Its steps and their states are listed in the journal; put things right by hand.</source>
        <translation>Sus pasos y los estados de estos figuran en el diario; arréglelo a mano.</translation>
    </message>
    <message>
        <source>The operation %1 has passed its point of no return and cannot be undone.</source>
        <translation>La operación %1 ha pasado su punto sin retorno y no se puede deshacer.</translation>
    </message>
    <message>
        <source>Resume it, so that it comes to its end.</source>
        <translation>Reanúdela, para que llegue a su fin.</translation>
    </message>
    <message>
        <source>This Howdah knows no operation called &quot;%1&quot;, so it cannot see whether going on with it is still right.</source>
        <translation>Este Howdah no conoce ninguna operación llamada &quot;%1&quot;, así que no puede ver si continuar con ella sigue siendo correcto.</translation>
    </message>
    <message>
        <source>Undo it, or resume it with the Howdah that began it.</source>
        <translation>Deshágala, o reanúdela con el Howdah que la empezó.</translation>
    </message>
</context>
<context>
    <name>howdah::RunningDock</name>
    <message>
        <source>Running operations</source>
        <translation>Operaciones en curso</translation>
    </message>
    <message>
        <source>Last operation</source>
        <translation>Última operación</translation>
    </message>
    <message>
        <source>Running now (%1)</source>
        <translation>En curso ahora (%1)</translation>
    </message>
</context>
<context>
    <name>howdah::RunningRow</name>
    <message>
        <source>Beginning…</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progreso de %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Detener %1</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>Descartar %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>It is just beginning.</source>
        <translation>Apenas está empezando.</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation>Deshaciendo: %1</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
    <message>
        <source>The point of no return is behind: what was done stays, and can be resumed later.</source>
        <translation>El punto sin retorno ha quedado atrás: lo hecho se queda, y se puede reanudar más tarde.</translation>
    </message>
    <message>
        <source>Stops it and undoes the steps done.</source>
        <translation>La detiene y deshace los pasos hechos.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>howdah::SampleAge</name>
    <message>
        <source>%1 has not answered for %2</source>
        <translation>%1 no responde desde hace %2</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 no responde</translation>
    </message>
    <message>
        <source>Sampled just now</source>
        <translation>Muestra tomada ahora mismo</translation>
    </message>
    <message>
        <source>Sampled %1 ago</source>
        <translation>Muestra tomada hace %1</translation>
    </message>
    <message>
        <source>Waiting for the first sample</source>
        <translation>En espera de la primera muestra</translation>
    </message>
    <message>
        <source>%1 nodes do not answer</source>
        <translation>%1 nodos no responden</translation>
    </message>
</context>
<context>
    <name>howdah::Sampler</name>
    <message>
        <source>What answered is no PostgreSQL server: it returned no row. Check host and port.</source>
        <translation>Lo que respondió no es un servidor PostgreSQL: no devolvió ninguna fila. Compruebe el host y el puerto.</translation>
    </message>
</context>
<context>
    <name>howdah::SaveReport</name>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Save the operation&apos;s report</source>
        <translation>Guardar el informe de la operación</translation>
    </message>
</context>
<context>
    <name>howdah::SaveText</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
    <message>
        <source>Choose another place, or make room there.</source>
        <translation>Elija otro lugar, o libere espacio allí.</translation>
    </message>
</context>
<context>
    <name>howdah::SavedTransactions</name>
    <message>
        <source>The write-ahead log cannot be read from where it is needed.</source>
        <translation>El registro de escritura anticipada (WAL) no se puede leer desde donde se necesita.</translation>
    </message>
    <message>
        <source>its WAL reached %1 once and does not any more</source>
        <translation>su WAL llegó una vez hasta %1 y ya no llega</translation>
    </message>
    <message>
        <source>What only this node has cannot be listed whole: %1.</source>
        <translation>Lo que solo tiene este nodo no se puede listar completo: %1.</translation>
    </message>
    <message>
        <source>Let it rejoin with way = clone, which keeps its old data directory as it is.</source>
        <translation>Reincorpórelo con way = clone, que conserva su antiguo directorio de datos tal como está.</translation>
    </message>
</context>
<context>
    <name>howdah::Schedule</name>
    <message>
        <source>A time of day is needed, as 02:30.</source>
        <translation>Hace falta una hora del día, como 02:30.</translation>
    </message>
    <message>
        <source>Name the host as ssh knows it and a directory there: user@host:/dir</source>
        <translation>Indique el host tal como lo conoce ssh y un directorio en él: user@host:/dir</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>The node to copy, on whose host it runs. A standby spares the primary.</source>
        <translation>El nodo que se copia, en cuyo host se ejecuta. Copiar de un standby alivia al primario.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Compressed ones lie in tar files and take less room.</source>
        <translation>Las comprimidas están en archivos tar y ocupan menos espacio.</translation>
    </message>
    <message>
        <source>Plain files</source>
        <translation>Archivos simples</translation>
    </message>
    <message>
        <source>Tar files, gzip</source>
        <translation>Archivos tar, gzip</translation>
    </message>
    <message>
        <source>Tar files, lz4</source>
        <translation>Archivos tar, lz4</translation>
    </message>
    <message>
        <source>Tar files, zstd</source>
        <translation>Archivos tar, zstd</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Copiar a</translation>
    </message>
    <message>
        <source>Another host and a directory there, user@host:/dir: each backup is copied there with ssh, as the owner of the files and without a password.</source>
        <translation>Otro host y un directorio en él, user@host:/dir: cada copia de seguridad se copia allí con ssh, como el propietario de los archivos y sin contraseña.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>How often; “never” takes the schedule off.</source>
        <translation>Con qué frecuencia; “never” retira la programación.</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Never any more</source>
        <translation>Nunca más</translation>
    </message>
    <message>
        <source>At</source>
        <translation>A las</translation>
    </message>
    <message>
        <source>The time of day on that host; of an hourly one only the minutes count.</source>
        <translation>La hora del día en ese host; si es cada hora, solo cuentan los minutos.</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Día de la semana</translation>
    </message>
    <message>
        <source>Of a weekly one.</source>
        <translation>Si es cada semana.</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Domingo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sábado</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>La inicia</translation>
    </message>
    <message>
        <source>cron: a line in the crontab of the files&apos; owner. systemd: a timer. pg_cron: a job in the database.</source>
        <translation>cron: una línea en el crontab del propietario de los archivos. systemd: un temporizador. pg_cron: un trabajo en la base de datos.</translation>
    </message>
    <message>
        <source>Take one now</source>
        <translation>Tomar una ahora</translation>
    </message>
    <message>
        <source>Proves that it works as it will run by itself.</source>
        <translation>Comprueba que funciona tal como se ejecutará por sí sola.</translation>
    </message>
    <message>
        <source>Schedule backups</source>
        <translation>Programar copias de seguridad</translation>
    </message>
    <message>
        <source>Has base backups taken and verified by themselves, by cron, a systemd timer or pg_cron, and each run noted.</source>
        <translation>Hace que se tomen y verifiquen copias base por sí solas, mediante cron, un temporizador de systemd o pg_cron, y que se anote cada ejecución.</translation>
    </message>
    <message>
        <source>No backup is taken by itself any more; those that there are stay.</source>
        <translation>Ya no se toma ninguna copia de seguridad por sí sola; las que hay se conservan.</translation>
    </message>
    <message>
        <source>%1 is read in full each time; its users may notice the load.</source>
        <translation>%1 se lee entero cada vez; sus usuarios pueden notar la carga.</translation>
    </message>
    <message>
        <source>Backups stay until they are expired: “howdahctl expire-backups”.</source>
        <translation>Las copias de seguridad se conservan hasta que se retiran: “howdahctl expire-backups”.</translation>
    </message>
    <message>
        <source>Backups of %1 will be put in %2, by %3: %4</source>
        <translation>Las copias de seguridad de %1 se pondrán en %2, mediante %3: %4</translation>
    </message>
    <message>
        <source>The schedule will be taken off.</source>
        <translation>Se retirará la programación.</translation>
    </message>
    <message>
        <source>There is no crontab program on that host.</source>
        <translation>No hay ningún programa crontab en ese host.</translation>
    </message>
    <message>
        <source>Install cron, or choose another way.</source>
        <translation>Instale cron o elija otra manera.</translation>
    </message>
    <message>
        <source>No cron daemon runs on that host.</source>
        <translation>No se ejecuta ningún daemon de cron en ese host.</translation>
    </message>
    <message>
        <source>Start it: until then nothing happens.</source>
        <translation>Arránquelo: hasta entonces no ocurre nada.</translation>
    </message>
    <message>
        <source>systemd does not run on that host.</source>
        <translation>systemd no se ejecuta en ese host.</translation>
    </message>
    <message>
        <source>Choose cron or pg_cron.</source>
        <translation>Elija cron o pg_cron.</translation>
    </message>
    <message>
        <source>Howdah logs in there as %1, who may not add a timer to the system.</source>
        <translation>Howdah inicia sesión allí como %1, que no puede añadir un temporizador al sistema.</translation>
    </message>
    <message>
        <source>Choose cron: every user has a crontab.</source>
        <translation>Elija cron: todo usuario tiene un crontab.</translation>
    </message>
    <message>
        <source>pg_cron is not loaded in the primary.</source>
        <translation>pg_cron no está cargado en el primario.</translation>
    </message>
    <message>
        <source>Choose cron, or add pg_cron to shared_preload_libraries and create the extension.</source>
        <translation>Elija cron, o añada pg_cron a shared_preload_libraries y cree la extensión.</translation>
    </message>
    <message>
        <source>pg_cron runs its jobs on the primary, not on %1.</source>
        <translation>pg_cron ejecuta sus trabajos en el primario, no en %1.</translation>
    </message>
    <message>
        <source>Take the backups from the primary, or choose cron.</source>
        <translation>Tome las copias de seguridad del primario o elija cron.</translation>
    </message>
    <message>
        <source>There is no flock program on that host.</source>
        <translation>No hay ningún programa flock en ese host.</translation>
    </message>
    <message>
        <source>Install util-linux.</source>
        <translation>Instale util-linux.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 existe.</translation>
    </message>
    <message>
        <source>Nothing is scheduled there yet.</source>
        <translation>Aún no hay nada programado allí.</translation>
    </message>
    <message>
        <source>Nothing is scheduled in %1.</source>
        <translation>No hay nada programado en %1.</translation>
    </message>
    <message>
        <source>Name the directory whose schedule is to go.</source>
        <translation>Indique el directorio cuya programación se ha de retirar.</translation>
    </message>
    <message>
        <source>The backups of another cluster, %1, are scheduled there.</source>
        <translation>Allí están programadas las copias de seguridad de otro clúster, %1.</translation>
    </message>
    <message>
        <source>Choose a directory of its own.</source>
        <translation>Elija un directorio propio.</translation>
    </message>
    <message>
        <source>They are scheduled already, by %1.</source>
        <translation>Ya están programadas, mediante %1.</translation>
    </message>
    <message>
        <source>Take that schedule off first: --every never --way %1</source>
        <translation>Retire antes esa programación: --every never --way %1</translation>
    </message>
    <message>
        <source>Name that way.</source>
        <translation>Indique esa manera.</translation>
    </message>
    <message>
        <source>The schedule that there is will be replaced.</source>
        <translation>Se reemplazará la programación que hay.</translation>
    </message>
    <message>
        <source>It is scheduled by %1.</source>
        <translation>Está programada mediante %1.</translation>
    </message>
    <message>
        <source>%1 will be made.</source>
        <translation>%1 se creará.</translation>
    </message>
    <message>
        <source>%1 may not write in %2, or it is not there.</source>
        <translation>%1 no puede escribir en %2, o no existe.</translation>
    </message>
    <message>
        <source>Make it for %1, or choose another directory.</source>
        <translation>Créelo para %1 o elija otro directorio.</translation>
    </message>
    <message>
        <source>Something starts it</source>
        <translation>Algo la inicia</translation>
    </message>
    <message>
        <source>It is started without Howdah, by what that host has.</source>
        <translation>Se inicia sin Howdah, con lo que tiene ese host.</translation>
    </message>
    <message>
        <source>What is scheduled there already</source>
        <translation>Qué hay ya programado allí</translation>
    </message>
    <message>
        <source>Two schedules in one directory would be in each other&apos;s way.</source>
        <translation>Dos programaciones en un mismo directorio se estorbarían.</translation>
    </message>
    <message>
        <source>The backups have a place</source>
        <translation>Las copias de seguridad tienen un lugar</translation>
    </message>
    <message>
        <source>The script that takes them lies there too, and the log of its runs.</source>
        <translation>Allí están también el script que las toma y el log de sus ejecuciones.</translation>
    </message>
    <message>
        <source>A replication login opens</source>
        <translation>Se puede abrir una sesión de replicación</translation>
    </message>
    <message>
        <source>pg_basebackup logs in as the owner of the data directory, without asking for a password.</source>
        <translation>pg_basebackup inicia sesión como el propietario del directorio de datos, sin pedir contraseña.</translation>
    </message>
    <message>
        <source>It was opened and closed again.</source>
        <translation>Se abrió y se volvió a cerrar.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Write the script that takes a backup</source>
        <translation>Escribir el script que toma una copia de seguridad</translation>
    </message>
    <message>
        <source>Remove the script that takes a backup</source>
        <translation>Eliminar el script que toma una copia de seguridad</translation>
    </message>
    <message>
        <source>Make the directory %1 for backups, unless it is there</source>
        <translation>Crear el directorio %1 para copias de seguridad, salvo que ya exista</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Take the line out of the crontab of %1</source>
        <translation>Quitar la línea del crontab de %1</translation>
    </message>
    <message>
        <source>Put a line into the crontab of %1</source>
        <translation>Poner una línea en el crontab de %1</translation>
    </message>
    <message>
        <source>Let systemd read its units again</source>
        <translation>Hacer que systemd lea de nuevo sus unidades</translation>
    </message>
    <message>
        <source>Switch the timer off</source>
        <translation>Desactivar el temporizador</translation>
    </message>
    <message>
        <source>Switch the timer on</source>
        <translation>Activar el temporizador</translation>
    </message>
    <message>
        <source>Give pg_cron the job %1</source>
        <translation>Dar a pg_cron el trabajo %1</translation>
    </message>
    <message>
        <source>Take the job %1 from pg_cron</source>
        <translation>Quitar a pg_cron el trabajo %1</translation>
    </message>
    <message>
        <source>Have %1 start it</source>
        <translation>Hacer que %1 la inicie</translation>
    </message>
    <message>
        <source>Have %1 start it no more</source>
        <translation>Hacer que %1 deje de iniciarla</translation>
    </message>
    <message>
        <source>Take one now, as it will be taken by itself</source>
        <translation>Tomar una ahora, tal como se tomará por sí sola</translation>
    </message>
    <message>
        <source>Run the script</source>
        <translation>Ejecutar el script</translation>
    </message>
    <message>
        <source>ssh configuration file</source>
        <translation>Archivo de configuración de ssh</translation>
    </message>
    <message>
        <source>For a key or a port of its own (ssh -F), on that node&apos;s host.</source>
        <translation>Para una clave o un puerto propios (ssh -F), en el host de ese nodo.</translation>
    </message>
    <message>
        <source>Drill each</source>
        <translation>Hacer un simulacro con cada una</translation>
    </message>
    <message>
        <source>Restores each aside, examines every row and index, and takes it down again.</source>
        <translation>Restaura cada una aparte, examina cada fila y cada índice, y la desmonta de nuevo.</translation>
    </message>
    <message>
        <source>Each time a copy runs in %1 for a while, alone; the host is busier.</source>
        <translation>Cada vez se ejecuta durante un rato una copia en %1, sola; el host está más ocupado.</translation>
    </message>
    <message>
        <source>A run that fails or is missed becomes a finding of the cluster.</source>
        <translation>Una ejecución que falla o no tiene lugar pasa a ser un aviso del clúster.</translation>
    </message>
    <message>
        <source>The extension pg_cron is not there in the database %1.</source>
        <translation>La extensión pg_cron no existe en la base de datos %1.</translation>
    </message>
    <message>
        <source>Create it there: CREATE EXTENSION pg_cron</source>
        <translation>Créela allí: CREATE EXTENSION pg_cron</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>No hay ninguno.</translation>
    </message>
    <message>
        <source>Each gets a tar file of its own: %1.</source>
        <translation>Cada uno tiene un archivo tar propio: %1.</translation>
    </message>
    <message>
        <source>The cluster has tablespaces: %1.</source>
        <translation>El clúster tiene tablespaces: %1.</translation>
    </message>
    <message>
        <source>Choose tar files (--compression gzip): each tablespace gets one of its own there.</source>
        <translation>Elija archivos tar (--compression gzip): ahí cada tablespace tiene uno propio.</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>A plain copy would write into the directories of the live server&apos;s tablespaces.</source>
        <translation>Una copia simple escribiría en los directorios de los tablespaces del servidor en producción.</translation>
    </message>
    <message>
        <source>They stay on that host alone.</source>
        <translation>Se quedan solo en ese host.</translation>
    </message>
    <message>
        <source>%1 does not reach %2 with ssh: %3</source>
        <translation>%1 no llega a %2 con ssh: %3</translation>
    </message>
    <message>
        <source>Give the public key of %1 to that host, and put that host&apos;s key on record for %1.</source>
        <translation>Dé a ese host la clave pública de %1 y registre la clave de ese host para %1.</translation>
    </message>
    <message>
        <source>%1 may not write to %2 there.</source>
        <translation>%1 no puede escribir allí en %2.</translation>
    </message>
    <message>
        <source>Make the directory for that user, or name another one.</source>
        <translation>Cree el directorio para ese usuario o indique otro.</translation>
    </message>
    <message>
        <source>%1 takes them; %2 are free there.</source>
        <translation>%1 las admite; allí hay %2 libres.</translation>
    </message>
    <message>
        <source>None is asked for.</source>
        <translation>No se pide ninguno.</translation>
    </message>
    <message>
        <source>The path %1 is too long for the socket through which the copy is examined.</source>
        <translation>La ruta %1 es demasiado larga para el socket a través del cual se examina la copia.</translation>
    </message>
    <message>
        <source>Choose a directory whose path is shorter than 80 bytes.</source>
        <translation>Elija un directorio cuya ruta tenga menos de 80 bytes.</translation>
    </message>
    <message>
        <source>pg_ctl hands the path %1 to a shell, which would change it.</source>
        <translation>pg_ctl pasa la ruta %1 a un shell, que la cambiaría.</translation>
    </message>
    <message>
        <source>Choose a directory without any of these: &quot; $ ` \</source>
        <translation>Elija un directorio sin ninguno de estos caracteres: &quot; $ ` \</translation>
    </message>
    <message>
        <source>Each is restored in %1 and taken down again.</source>
        <translation>Cada una se restaura en %1 y se desmonta de nuevo.</translation>
    </message>
    <message>
        <source>The other host takes copies</source>
        <translation>El otro host admite copias</translation>
    </message>
    <message>
        <source>At night nobody types a password, or agrees to a host&apos;s key.</source>
        <translation>De noche nadie escribe una contraseña ni acepta la clave de un host.</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Simulacros</translation>
    </message>
    <message>
        <source>A backup is proven only by restoring it.</source>
        <translation>Una copia de seguridad solo queda comprobada al restaurarla.</translation>
    </message>
</context>
<context>
    <name>howdah::Screenshots</name>
    <message>
        <source>The folder %1 cannot be made. Name one that you may write to.</source>
        <translation>No se puede crear la carpeta %1. Indique una en la que pueda escribir.</translation>
    </message>
    <message>
        <source>The cluster “%1” is not on record, or did not answer in time.</source>
        <translation>El clúster “%1” no está registrado o no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>No se pudo escribir la imagen %1.</translation>
    </message>
</context>
<context>
    <name>howdah::Script</name>
    <message>
        <source>To watch %1 in Howdah: howdahctl cluster discover %2</source>
        <translation>Para vigilar %1 en Howdah: howdahctl cluster discover %2</translation>
    </message>
    <message>
        <source>%1 is no longer there; remove it from the cluster %2 in Howdah.</source>
        <translation>%1 ya no está; quítelo del clúster %2 en Howdah.</translation>
    </message>
    <message>
        <source>There is no way back from here.</source>
        <translation>Desde aquí no hay vuelta atrás.</translation>
    </message>
    <message>
        <source>To undo this step:</source>
        <translation>Para deshacer este paso:</translation>
    </message>
    <message>
        <source>%1 of the cluster %2, planned by Howdah (%3).</source>
        <translation>%1 del clúster %2, planificada por Howdah (%3).</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>Type the password that %1 holds for the role %2:</source>
        <translation>Escriba la contraseña que %1 guarda para el rol %2:</translation>
    </message>
    <message>
        <source>The ports of these servers are closed to this machine: ssh leads there, until the end.</source>
        <translation>Los puertos de estos servidores están cerrados para esta máquina: ssh lleva hasta ellos, hasta el final.</translation>
    </message>
</context>
<context>
    <name>howdah::ServerIdentity</name>
    <message>
        <source>A connection pooler answers at %1, not a PostgreSQL server. Name the host and port of the server itself: behind a pooler one cannot know which server answers.</source>
        <translation>En %1 responde un pooler de conexiones, no un servidor PostgreSQL. Indique el host y el puerto del propio servidor: detrás de un pooler no se puede saber qué servidor responde.</translation>
    </message>
    <message>
        <source>%1 is PostgreSQL %2, which is too old. Howdah watches 9.6 and later, and operates 13 and later.</source>
        <translation>%1 es PostgreSQL %2, que es demasiado antiguo. Howdah vigila 9.6 y posteriores, y opera 13 y posteriores.</translation>
    </message>
</context>
<context>
    <name>howdah::ServerLayout</name>
    <message>
        <source>%1 is not a data directory of PostgreSQL.</source>
        <translation>%1 no es un directorio de datos de PostgreSQL.</translation>
    </message>
    <message>
        <source>It holds no file PG_VERSION.</source>
        <translation>No contiene ningún archivo PG_VERSION.</translation>
    </message>
    <message>
        <source>%1 did not tell in time what there is in %2.</source>
        <translation>%1 no dijo a tiempo qué hay en %2.</translation>
    </message>
</context>
<context>
    <name>howdah::ServerLog</name>
    <message>
        <source>The server&apos;s log ends with:</source>
        <translation>El log del servidor termina con:</translation>
    </message>
</context>
<context>
    <name>howdah::ServerSetting</name>
    <message>
        <source>Howdah&apos;s role may not change %1 on %2, or not see what it was before.</source>
        <translation>El rol de Howdah no puede cambiar %1 en %2, o no puede ver qué valor tenía antes.</translation>
    </message>
    <message>
        <source>Connect as a superuser.</source>
        <translation>Conéctese como superusuario.</translation>
    </message>
    <message>
        <source>allow_alter_system is off on %1.</source>
        <translation>allow_alter_system está en off en %1.</translation>
    </message>
    <message>
        <source>Change the setting where this server&apos;s configuration is kept.</source>
        <translation>Cambie el parámetro donde se guarda la configuración de este servidor.</translation>
    </message>
    <message>
        <source>The role may change settings of %1 with ALTER SYSTEM and reload it.</source>
        <translation>El rol puede cambiar parámetros de %1 con ALTER SYSTEM y recargar su configuración.</translation>
    </message>
    <message>
        <source>Errors in the configuration files of %1: %2</source>
        <translation>Errores en los archivos de configuración de %1: %2</translation>
    </message>
    <message>
        <source>Mend these lines; the server would ignore the whole reload.</source>
        <translation>Corrija estas líneas; el servidor ignoraría toda la recarga.</translation>
    </message>
    <message>
        <source>%1 was given to %2 at its start (%3).</source>
        <translation>%1 se le dio a %2 al arrancar (%3).</translation>
    </message>
    <message>
        <source>Take it out of the options the server is started with: they win over every file.</source>
        <translation>Quítelo de las opciones con las que se arranca el servidor: prevalecen sobre todos los archivos.</translation>
    </message>
    <message>
        <source>What ALTER SYSTEM writes on %1 takes effect with a reload.</source>
        <translation>Lo que ALTER SYSTEM escribe en %1 surte efecto con una recarga.</translation>
    </message>
    <message>
        <source>There is no such server.</source>
        <translation>No existe ese servidor.</translation>
    </message>
    <message>
        <source>See that it answers.</source>
        <translation>Asegúrese de que responde.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot; on %3</source>
        <translation>%1 es &quot;%2&quot; en %3</translation>
    </message>
    <message>
        <source>The role has the right</source>
        <translation>El rol tiene el permiso</translation>
    </message>
    <message>
        <source>Settings of the server are changed with ALTER SYSTEM, and put back if something fails.</source>
        <translation>Los parámetros del servidor se cambian con ALTER SYSTEM, y se restauran si algo falla.</translation>
    </message>
    <message>
        <source>The change will take effect</source>
        <translation>El cambio surtirá efecto</translation>
    </message>
    <message>
        <source>One wrong line makes the server ignore all of a file&apos;s changes, and options given at its start win over the files.</source>
        <translation>Una línea incorrecta hace que el servidor ignore todos los cambios de un archivo, y las opciones dadas al arrancar prevalecen sobre los archivos.</translation>
    </message>
</context>
<context>
    <name>howdah::ServiceManager</name>
    <message>
        <source>The restart policy of its container %1 is &quot;%2&quot;.</source>
        <translation>La política de reinicio de su contenedor %1 es &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Its engine starts it again after a crash, and when the machine starts.</source>
        <translation>Su motor lo arranca de nuevo tras una caída, y cuando arranca la máquina.</translation>
    </message>
    <message>
        <source>Its engine starts it again after a crash.</source>
        <translation>Su motor lo arranca de nuevo tras una caída.</translation>
    </message>
    <message>
        <source>It comes up as a standby once standby.signal is written. To be sure before that, make it &quot;no&quot; (docker update --restart=no %1).</source>
        <translation>Arranca como standby una vez escrito standby.signal. Para estar seguro antes de eso, póngala en &quot;no&quot; (docker update --restart=no %1).</translation>
    </message>
    <message>
        <source>Nothing starts the old primary by itself</source>
        <translation>Nada arranca el antiguo primario por sí solo</translation>
    </message>
    <message>
        <source>A service manager that finds it ended may start it at once, in the midst of the change.</source>
        <translation>Un gestor de servicios que lo encuentre terminado puede arrancarlo enseguida, en medio del cambio.</translation>
    </message>
    <message>
        <source>No service manager that would is seen.</source>
        <translation>No se ve ningún gestor de servicios que lo haga.</translation>
    </message>
    <message>
        <source>Howdah cannot look at its host.</source>
        <translation>Howdah no puede mirar en su host.</translation>
    </message>
    <message>
        <source>The restart policy of its container is &quot;%1&quot;.</source>
        <translation>La política de reinicio de su contenedor es &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>It runs in the unit %1 with Restart=%2.</source>
        <translation>Se ejecuta en la unidad %1 con Restart=%2.</translation>
    </message>
    <message>
        <source>It will come up as a standby, because standby.signal is written before it is stopped; set the policy to on-failure if that is not wanted.</source>
        <translation>Arrancará como standby, porque standby.signal se escribe antes de detenerlo; ponga la política en on-failure si no es lo que quiere.</translation>
    </message>
    <message>
        <source>Its service manager agrees</source>
        <translation>Su gestor de servicios está de acuerdo</translation>
    </message>
    <message>
        <source>A server that is restarted past its systemd unit runs outside of it afterwards, and a unit that starts it again by itself fights the restart.</source>
        <translation>Un servidor que se reinicia sin pasar por su unidad de systemd se ejecuta después fuera de ella, y una unidad que lo arranca de nuevo por sí sola choca con el reinicio.</translation>
    </message>
    <message>
        <source>It runs in no unit of systemd.</source>
        <translation>No se ejecuta en ninguna unidad de systemd.</translation>
    </message>
    <message>
        <source>Let systemd do it: %1</source>
        <translation>Deje que lo haga systemd: %1</translation>
    </message>
    <message>
        <source>Hold it back until the machine&apos;s next start: %1</source>
        <translation>Reténgalo hasta el próximo arranque de la máquina: %1</translation>
    </message>
</context>
<context>
    <name>howdah::SetArchiving</name>
    <message>
        <source>From then on the cluster can be recovered to the end of a backup only, not to a moment between backups. What is archived stays.</source>
        <translation>Desde entonces, el clúster solo se puede recuperar al final de una copia de seguridad, no a un momento entre copias de seguridad. Lo archivado se conserva.</translation>
    </message>
    <message>
        <source>Every finished segment is kept in %1, until somebody removes it.</source>
        <translation>Cada segmento terminado se conserva en %1 hasta que alguien lo elimine.</translation>
    </message>
    <message>
        <source>Restarted: %1. Every session there is ended; while the primary restarts, nothing can be written.</source>
        <translation>Se reinician: %1. Allí terminan todas las sesiones; mientras el primario se reinicia, no se puede escribir nada.</translation>
    </message>
    <message>
        <source>It waits for a restart.</source>
        <translation>Espera un reinicio.</translation>
    </message>
    <message>
        <source>Restart the nodes at a good moment: until then it is pending.</source>
        <translation>Reinicie los nodos en un buen momento: hasta entonces está pendiente.</translation>
    </message>
    <message>
        <source>Take a base backup: the archive is of use from the next one on.</source>
        <translation>Tome una copia base: el archivo de WAL sirve a partir de la próxima.</translation>
    </message>
    <message>
        <source>Set up archiving</source>
        <translation>Configurar el archivado</translation>
    </message>
    <message>
        <source>Switches the archiving of WAL on, changes it or switches it off, and sees a segment arrive.</source>
        <translation>Activa el archivado de WAL, lo cambia o lo desactiva, y ve llegar un segmento.</translation>
    </message>
    <message>
        <source>Archiving will be switched off; what is archived stays.</source>
        <translation>El archivado se desactivará; lo archivado se conserva.</translation>
    </message>
    <message>
        <source>Finished WAL will be kept in %1.</source>
        <translation>El WAL terminado se conservará en %1.</translation>
    </message>
    <message>
        <source>No primary of this cluster answers.</source>
        <translation>No responde ningún primario de este clúster.</translation>
    </message>
    <message>
        <source>Segment that was seen to arrive</source>
        <translation>Segmento que se vio llegar</translation>
    </message>
    <message>
        <source>%1 lies in %2, owned by %3.</source>
        <translation>%1 está en %2, propiedad de %3.</translation>
    </message>
    <message>
        <source>%1 runs PostgreSQL %2.</source>
        <translation>%1 ejecuta PostgreSQL %2.</translation>
    </message>
    <message>
        <source>The version of %1 is not known.</source>
        <translation>No se conoce la versión de %1.</translation>
    </message>
    <message>
        <source>Upgrade it, or do this by hand.</source>
        <translation>Actualícelo, o haga esto a mano.</translation>
    </message>
    <message>
        <source>All of them are.</source>
        <translation>Todas lo son.</translation>
    </message>
    <message>
        <source>wal_level is minimal on %1: with it a server that archives does not start.</source>
        <translation>wal_level es minimal en %1: con ese valor, un servidor que archiva no arranca.</translation>
    </message>
    <message>
        <source>Prepare the primary first: it sets wal_level to replica.</source>
        <translation>Prepare antes el primario: eso pone wal_level en replica.</translation>
    </message>
    <message>
        <source>wal_level says enough.</source>
        <translation>wal_level registra lo suficiente.</translation>
    </message>
    <message>
        <source>the library %1</source>
        <translation>la biblioteca %1</translation>
    </message>
    <message>
        <source>%1 archives by: %2.</source>
        <translation>%1 archiva mediante: %2.</translation>
    </message>
    <message>
        <source>archive_command of %1 looks like it holds a secret, and what is changed here is put on record.</source>
        <translation>archive_command de %1 parece contener un secreto, y lo que se cambia aquí queda registrado.</translation>
    </message>
    <message>
        <source>Change it by hand with ALTER SYSTEM.</source>
        <translation>Cámbielo a mano con ALTER SYSTEM.</translation>
    </message>
    <message>
        <source>Its backups cannot be recovered past this moment any more.</source>
        <translation>Sus copias de seguridad ya no se podrán recuperar más allá de este momento.</translation>
    </message>
    <message>
        <source>%1 archives nothing.</source>
        <translation>%1 no archiva nada.</translation>
    </message>
    <message>
        <source>Leave archiving to it; or, to give it up, choose to replace what archives now.</source>
        <translation>Déjele el archivado; o, para abandonarla, elija reemplazar lo que archiva ahora.</translation>
    </message>
    <message>
        <source>It is replaced: backups of that tool miss all WAL from then on.</source>
        <translation>Se reemplaza: a las copias de seguridad de esa herramienta les faltará todo el WAL desde entonces.</translation>
    </message>
    <message>
        <source>%1 archives nothing yet.</source>
        <translation>%1 aún no archiva nada.</translation>
    </message>
    <message>
        <source>What lies there stays there: a recovery to a moment before this needs both.</source>
        <translation>Lo que hay allí se queda allí: una recuperación a un momento anterior a este necesita ambos.</translation>
    </message>
    <message>
        <source>It is replaced: it may overwrite a segment, or leave half of one.</source>
        <translation>Se reemplaza: puede sobrescribir un segmento o dejar la mitad de uno.</translation>
    </message>
    <message>
        <source>%1 It is replaced.</source>
        <translation>%1 Se reemplaza.</translation>
    </message>
    <message>
        <source>No restart is needed.</source>
        <translation>No hace falta ningún reinicio.</translation>
    </message>
    <message>
        <source>Archiving goes on until these are restarted: %1.</source>
        <translation>El archivado continúa hasta que se reinicien: %1.</translation>
    </message>
    <message>
        <source>Nothing is archived until these are restarted: %1.</source>
        <translation>No se archiva nada hasta que se reinicien: %1.</translation>
    </message>
    <message>
        <source>Have this operation restart them, or do it at a better moment.</source>
        <translation>Haga que esta operación los reinicie, o hágalo en un momento mejor.</translation>
    </message>
    <message>
        <source>Restarted: %1. Sessions there: %2.</source>
        <translation>Se reinician: %1. Sesiones allí: %2.</translation>
    </message>
    <message>
        <source>The restart ends them. Choose a quiet moment.</source>
        <translation>El reinicio las termina. Elija un momento tranquilo.</translation>
    </message>
    <message>
        <source>PostgreSQL versions that are operated</source>
        <translation>Versiones de PostgreSQL operables</translation>
    </message>
    <message>
        <source>Howdah changes servers of PostgreSQL 13 and later; older ones it only watches.</source>
        <translation>Howdah cambia servidores de PostgreSQL 13 y posteriores; los más antiguos solo los vigila.</translation>
    </message>
    <message>
        <source>Howdah can act on the hosts</source>
        <translation>Howdah puede actuar en los hosts</translation>
    </message>
    <message>
        <source>The script is put where the servers run, as the owner of their data.</source>
        <translation>El script se pone donde se ejecutan los servidores, como el propietario de sus datos.</translation>
    </message>
    <message>
        <source>The WAL says enough</source>
        <translation>El WAL dice lo suficiente</translation>
    </message>
    <message>
        <source>With wal_level = minimal nothing can be recovered from an archive.</source>
        <translation>Con wal_level = minimal no se puede recuperar nada de un archivo de WAL.</translation>
    </message>
    <message>
        <source>What archives now</source>
        <translation>Qué archiva ahora</translation>
    </message>
    <message>
        <source>One archive has one master: nothing of another tool is overwritten silently.</source>
        <translation>Un archivo de WAL tiene un solo dueño: no se sobrescribe en silencio nada de otra herramienta.</translation>
    </message>
    <message>
        <source>A restart</source>
        <translation>Un reinicio</translation>
    </message>
    <message>
        <source>archive_mode changes only when a server starts.</source>
        <translation>archive_mode solo cambia cuando arranca un servidor.</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Make the directory %1, unless it is there</source>
        <translation>Crear el directorio %1, salvo que ya exista</translation>
    </message>
    <message>
        <source>Make the directory %1 for %2, unless it is there</source>
        <translation>Crear el directorio %1 para %2, salvo que ya exista</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Put archive-wal and restore-wal beside the archive %1</source>
        <translation>Poner archive-wal y restore-wal junto al archivo de WAL %1</translation>
    </message>
    <message>
        <source>Remove %1, if nothing lies there</source>
        <translation>Eliminar %1, si no hay nada allí</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Take the scripts away from %1</source>
        <translation>Quitar los scripts de %1</translation>
    </message>
    <message>
        <source>%1 can run %2</source>
        <translation>%1 puede ejecutar %2</translation>
    </message>
    <message>
        <source>Prepare %1</source>
        <translation>Preparar %1</translation>
    </message>
    <message>
        <source>Leave the slash at its end away.</source>
        <translation>Quite la barra del final.</translation>
    </message>
    <message>
        <source>archive_command cannot name this path: it holds a single quote or a line&apos;s end.</source>
        <translation>archive_command no puede nombrar esta ruta: contiene una comilla simple o un fin de línea.</translation>
    </message>
    <message>
        <source>Name it as ssh does: USER@HOST, ssh://USER@HOST:PORT, or a name of its configuration.</source>
        <translation>Indíquelo como lo hace ssh: USER@HOST, ssh://USER@HOST:PORT o un nombre de su configuración.</translation>
    </message>
    <message>
        <source>A level is a number from 1 to %1.</source>
        <translation>Un nivel es un número de 1 a %1.</translation>
    </message>
    <message>
        <source>Archive directory</source>
        <translation>Directorio del archivo de WAL</translation>
    </message>
    <message>
        <source>Where finished WAL is kept; best on another disk, or another host. It is made if need be.</source>
        <translation>Dónde se conserva el WAL terminado; mejor en otro disco o en otro host. Se crea si hace falta.</translation>
    </message>
    <message>
        <source>On another host</source>
        <translation>En otro host</translation>
    </message>
    <message>
        <source>USER@HOST for an archive on another machine, which the server&apos;s own user reaches by ssh without a password. Empty: on each node&apos;s own host.</source>
        <translation>USER@HOST para un archivo de WAL en otra máquina, a la que el propio usuario del servidor llega por ssh sin contraseña. Vacío: en el host de cada nodo.</translation>
    </message>
    <message>
        <source>ssh configuration file</source>
        <translation>Archivo de configuración de ssh</translation>
    </message>
    <message>
        <source>For a key or a port of its own (ssh -F), on each node&apos;s host.</source>
        <translation>Para una clave o un puerto propios (ssh -F), en el host de cada nodo.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Of each archived segment.</source>
        <translation>De cada segmento archivado.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>gzip</source>
        <translation>gzip</translation>
    </message>
    <message>
        <source>zstd</source>
        <translation>zstd</translation>
    </message>
    <message>
        <source>Compression level</source>
        <translation>Nivel de compresión</translation>
    </message>
    <message>
        <source>1 is the fastest; the program&apos;s own unless said.</source>
        <translation>1 es el más rápido; si no se indica, el propio del programa.</translation>
    </message>
    <message>
        <source>At the latest after</source>
        <translation>A más tardar después de</translation>
    </message>
    <message>
        <source>A segment that is not full is archived after so long (archive_timeout): what a lost primary can cost. 0s: only full ones.</source>
        <translation>Un segmento que no está lleno se archiva pasado este tiempo (archive_timeout): lo que puede costar perder un primario. 0s: solo los llenos.</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Whether finished WAL is kept in an archive.</source>
        <translation>Si el WAL terminado se conserva en un archivo de WAL.</translation>
    </message>
    <message>
        <source>on: by the primary</source>
        <translation>on: por el primario</translation>
    </message>
    <message>
        <source>always: by standbys too</source>
        <translation>always: también por los standbys</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodos</translation>
    </message>
    <message>
        <source>Every node may be the primary one day, and archives then only if it is set to.</source>
        <translation>Cualquier nodo puede ser un día el primario, y entonces solo archiva si está configurado para ello.</translation>
    </message>
    <message>
        <source>Restart if needed</source>
        <translation>Reiniciar si hace falta</translation>
    </message>
    <message>
        <source>archive_mode takes effect only then; otherwise it is left pending.</source>
        <translation>archive_mode solo surte efecto entonces; si no, queda pendiente.</translation>
    </message>
    <message>
        <source>Replace what archives now</source>
        <translation>Reemplazar lo que archiva ahora</translation>
    </message>
    <message>
        <source>Another tool&apos;s command, or a library, is given up for this one.</source>
        <translation>Se abandona por este el comando de otra herramienta, o una biblioteca.</translation>
    </message>
    <message>
        <source>Archiving is switched off: what is archived stays as it is.</source>
        <translation>El archivado se desactiva: lo archivado queda como está.</translation>
    </message>
    <message>
        <source>No directory is named.</source>
        <translation>No se indica ningún directorio.</translation>
    </message>
    <message>
        <source>Name the one that the archive is to lie in.</source>
        <translation>Indique aquel en el que debe estar el archivo de WAL.</translation>
    </message>
    <message>
        <source>%1 is not there; %2 is not there either.</source>
        <translation>%1 no existe; %2 tampoco existe.</translation>
    </message>
    <message>
        <source>Make %1, or choose another directory. A disk that is not mounted looks like this too.</source>
        <translation>Cree %1 o elija otro directorio. Un disco sin montar también se ve así.</translation>
    </message>
    <message>
        <source>%1 is made on %2, for %3 alone.</source>
        <translation>%1 se crea en %2, solo para %3.</translation>
    </message>
    <message>
        <source>%1 may not make a directory in %2, which belongs to %3.</source>
        <translation>%1 no puede crear un directorio en %2, que pertenece a %3.</translation>
    </message>
    <message>
        <source>Make it there as root: install -d -o %1 -m 700 %2</source>
        <translation>Créelo allí como root: install -d -o %1 -m 700 %2</translation>
    </message>
    <message>
        <source>%1 lies inside the data directory of %2.</source>
        <translation>%1 está dentro del directorio de datos de %2.</translation>
    </message>
    <message>
        <source>Choose a directory of its own: each base backup would copy the archive, and who loses the one loses the other.</source>
        <translation>Elija un directorio propio: cada copia base copiaría el archivo de WAL, y quien pierde lo uno pierde lo otro.</translation>
    </message>
    <message>
        <source>%1 is no directory.</source>
        <translation>%1 no es un directorio.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>%1 may not write into %2, which belongs to %3.</source>
        <translation>%1 no puede escribir en %2, que pertenece a %3.</translation>
    </message>
    <message>
        <source>Give it to the server&apos;s user: chown %1 %2</source>
        <translation>Déselo al usuario del servidor: chown %1 %2</translation>
    </message>
    <message>
        <source>%1 is there, and %2 may write into it.</source>
        <translation>%1 existe, y %2 puede escribir en él.</translation>
    </message>
    <message>
        <source>Segments are kept as they are.</source>
        <translation>Los segmentos se conservan como están.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 existe.</translation>
    </message>
    <message>
        <source>There is no %1 where the archive lies.</source>
        <translation>No hay ningún %1 donde está el archivo de WAL.</translation>
    </message>
    <message>
        <source>Install the package %1 there, or choose another compression.</source>
        <translation>Instale allí el paquete %1 o elija otra compresión.</translation>
    </message>
    <message>
        <source>%1 of %2 are free there.</source>
        <translation>Allí hay libres %1 de %2.</translation>
    </message>
    <message>
        <source>The archive lies on the same disk as the data of %1. %2</source>
        <translation>El archivo de WAL está en el mismo disco que los datos de %1. %2</translation>
    </message>
    <message>
        <source>Choose another disk, or another host: a disk that is lost takes both, and an archive that fills it stops the server.</source>
        <translation>Elija otro disco u otro host: la pérdida de un disco se lleva ambos, y un archivo de WAL que lo llena detiene el servidor.</translation>
    </message>
    <message>
        <source>Make room: when it is full, WAL gathers on the server.</source>
        <translation>Libere espacio: cuando se llena, el WAL se acumula en el servidor.</translation>
    </message>
    <message>
        <source>All nodes archive to one place.</source>
        <translation>Todos los nodos archivan en un mismo lugar.</translation>
    </message>
    <message>
        <source>%1 are on hosts of their own: each gets an archive of its own.</source>
        <translation>Están en hosts propios: %1. Cada uno tiene un archivo de WAL propio.</translation>
    </message>
    <message>
        <source>Archive to another host, or to a directory that all of them share: after a switchover a recovery needs what both hold.</source>
        <translation>Archive en otro host, o en un directorio que todos compartan: tras un switchover, una recuperación necesita lo que contienen ambos.</translation>
    </message>
    <message>
        <source>What is archived stays.</source>
        <translation>Lo archivado se conserva.</translation>
    </message>
    <message>
        <source>%1 is the archive of another cluster: %2.</source>
        <translation>%1 es el archivo de WAL de otro clúster: %2.</translation>
    </message>
    <message>
        <source>Choose a directory of its own for each cluster.</source>
        <translation>Elija un directorio propio para cada clúster.</translation>
    </message>
    <message numerus="yes">
        <source>Segments of another cluster lie there: %n. %1</source>
        <translation>
            <numerusform>Hay allí segmentos de otro clúster: %n. %1</numerusform>
            <numerusform>Hay allí segmentos de otro clúster: %n. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What is no WAL lies there too: %1.</source>
        <translation>Allí también hay cosas que no son WAL: %1.</translation>
    </message>
    <message>
        <source>Choose a directory of its own: who tidies up may take one for the other.</source>
        <translation>Elija un directorio propio: quien haga limpieza puede confundir lo uno con lo otro.</translation>
    </message>
    <message>
        <source>It is empty, or will be made.</source>
        <translation>Está vacío, o se creará.</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n segment(s) of this cluster.</source>
        <translation>
            <numerusform>Contiene %n segmento de este clúster.</numerusform>
            <numerusform>Contiene %n segmentos de este clúster.</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive has a place</source>
        <translation>El archivo de WAL tiene un lugar</translation>
    </message>
    <message>
        <source>The server&apos;s own user writes there, at every hour: permissions are the classic failure.</source>
        <translation>Allí escribe el propio usuario del servidor, a todas horas: los permisos son el fallo clásico.</translation>
    </message>
    <message>
        <source>It is this cluster&apos;s alone</source>
        <translation>Es solo de este clúster</translation>
    </message>
    <message>
        <source>Two clusters give different segments the same name: one of them could not be recovered.</source>
        <translation>Dos clústeres dan el mismo nombre a segmentos distintos: uno de ellos no se podría recuperar.</translation>
    </message>
    <message>
        <source>The compression is there</source>
        <translation>La compresión está disponible</translation>
    </message>
    <message>
        <source>Without the program nothing is archived.</source>
        <translation>Sin el programa no se archiva nada.</translation>
    </message>
    <message>
        <source>A disk of its own</source>
        <translation>Un disco propio</translation>
    </message>
    <message>
        <source>An archive is for the day when the disk is lost.</source>
        <translation>Un archivo de WAL es para el día en que se pierde el disco.</translation>
    </message>
    <message>
        <source>One archive for all nodes</source>
        <translation>Un solo archivo de WAL para todos los nodos</translation>
    </message>
    <message>
        <source>The primary changes its host at a switchover, its past must not.</source>
        <translation>El primario cambia de host en un switchover; su pasado no debe cambiar.</translation>
    </message>
    <message>
        <source>a segment of %1 has come to %2</source>
        <translation>un segmento de %1 ha llegado a %2</translation>
    </message>
    <message>
        <source>Note which one it was</source>
        <translation>Anotar cuál fue</translation>
    </message>
    <message>
        <source>Note the time beside the archive</source>
        <translation>Anotar la hora junto al archivo de WAL</translation>
    </message>
    <message>
        <source>Write a record into the WAL of %1, so that there is something to archive</source>
        <translation>Escribir un registro en el WAL de %1, para que haya algo que archivar</translation>
    </message>
    <message>
        <source>End its segment</source>
        <translation>Terminar su segmento</translation>
    </message>
    <message>
        <source>See a segment arrive</source>
        <translation>Ver llegar un segmento</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Eliminar la anotación</translation>
    </message>
    <message>
        <source>the archiver of %1 has had no failure since</source>
        <translation>el archivador de %1 no ha tenido ningún fallo desde entonces</translation>
    </message>
    <message>
        <source>See a segment arrive in the archive</source>
        <translation>Ver llegar un segmento al archivo de WAL</translation>
    </message>
    <message>
        <source>Switch archiving off</source>
        <translation>Desactivar el archivado</translation>
    </message>
    <message>
        <source>Set the servers to archive</source>
        <translation>Configurar los servidores para que archiven</translation>
    </message>
    <message>
        <source>archive_mode is &quot;%1&quot; on %2</source>
        <translation>archive_mode es &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>Start %1 again, if it is down</source>
        <translation>Arrancar de nuevo %1, si está detenido</translation>
    </message>
    <message>
        <source>%1 has its old role, with archive_mode &quot;%2&quot;</source>
        <translation>%1 tiene su antiguo rol, con archive_mode &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
</context>
<context>
    <name>howdah::SetDelay</name>
    <message>
        <source>No standby is named.</source>
        <translation>No se indica ningún standby.</translation>
    </message>
    <message>
        <source>without a delay</source>
        <translation>sin demora</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>con %1 de demora</translation>
    </message>
    <message>
        <source>%1 is a standby.</source>
        <translation>%1 es un standby.</translation>
    </message>
    <message>
        <source>%1 is not a standby (any more).</source>
        <translation>%1 no es (o ya no es) un standby.</translation>
    </message>
    <message>
        <source>Choose a standby.</source>
        <translation>Elija un standby.</translation>
    </message>
    <message>
        <source>%1 applies changes %2.</source>
        <translation>%1 aplica los cambios %2.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>No commit waits for %1.</source>
        <translation>Ningún commit espera a %1.</translation>
    </message>
    <message>
        <source>Commits on %1 wait for: %2; synchronous_commit is &quot;%3&quot;.</source>
        <translation>Los commits en %1 esperan a: %2; synchronous_commit es &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>Each commit that is confirmed by %1 would return %2. Take it out of synchronous_standby_names first, or lower synchronous_commit to &quot;on&quot;.</source>
        <translation>Cada commit que confirma %1 volvería %2. Quítelo antes de synchronous_standby_names, o baje synchronous_commit a &quot;on&quot;.</translation>
    </message>
    <message>
        <source>%1 would take over if the primary failed.</source>
        <translation>%1 tomaría el relevo si fallara el primario.</translation>
    </message>
    <message>
        <source>No standby is ready to take over from the primary.</source>
        <translation>Ningún standby está listo para tomar el relevo del primario.</translation>
    </message>
    <message>
        <source>%1 is the one that would take over if the primary failed.</source>
        <translation>%1 es el que tomaría el relevo si fallara el primario.</translation>
    </message>
    <message>
        <source>With a delay it must apply all it has received first. Keep another standby without one.</source>
        <translation>Con una demora, antes debe aplicar todo lo que ha recibido. Mantenga otro standby sin ella.</translation>
    </message>
    <message>
        <source>hot_standby_feedback is on.</source>
        <translation>hot_standby_feedback está en on.</translation>
    </message>
    <message>
        <source>hot_standby_feedback is off.</source>
        <translation>hot_standby_feedback está en off.</translation>
    </message>
    <message>
        <source>hot_standby_feedback is on on %1.</source>
        <translation>hot_standby_feedback está en on en %1.</translation>
    </message>
    <message>
        <source>The primary keeps dead rows for so long as well; turn it off there if its tables must not swell.</source>
        <translation>El primario conserva también ese tiempo las filas muertas; póngalo allí en off si sus tablas no deben crecer.</translation>
    </message>
    <message>
        <source>Let %1 apply changes %2</source>
        <translation>Hacer que %1 aplique los cambios %2</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>The standby that is to apply changes late, or no longer so.</source>
        <translation>El standby que ha de aplicar los cambios con demora, o dejar de hacerlo.</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Demora</translation>
    </message>
    <message>
        <source>How much later than they were committed. 0s: as soon as they arrive. Example: 15min</source>
        <translation>Cuánto después de su commit. 0s: en cuanto llegan. Ejemplo: 15min</translation>
    </message>
    <message>
        <source>The longest delay is 24 days.</source>
        <translation>La demora máxima es de 24 días.</translation>
    </message>
    <message>
        <source>%1 applies all that it has received at once; what it could have been spared is gone then.</source>
        <translation>%1 aplica de una vez todo lo que ha recibido; aquello de lo que se le podría haber librado se pierde entonces.</translation>
    </message>
    <message>
        <source>Queries on %1 see data as it was %2 ago.</source>
        <translation>Las consultas en %1 ven los datos como eran hace %2.</translation>
    </message>
    <message>
        <source>The WAL of that time gathers on its disk.</source>
        <translation>El WAL de ese tiempo se acumula en su disco.</translation>
    </message>
    <message>
        <source>Set the delay of a standby</source>
        <translation>Fijar la demora de un standby</translation>
    </message>
    <message>
        <source>Lets a standby apply changes later than they were committed, so that a mistake can still be undone from it.</source>
        <translation>Hace que un standby aplique los cambios más tarde de su commit, para que un error aún se pueda deshacer a partir de él.</translation>
    </message>
    <message>
        <source>It is a standby</source>
        <translation>Es un standby</translation>
    </message>
    <message>
        <source>Only a standby replays WAL.</source>
        <translation>Solo un standby reproduce WAL.</translation>
    </message>
    <message>
        <source>There is something to change</source>
        <translation>Hay algo que cambiar</translation>
    </message>
    <message>
        <source>What is so already needs no change.</source>
        <translation>Lo que ya está así no necesita ningún cambio.</translation>
    </message>
    <message>
        <source>No commit waits for it</source>
        <translation>Ningún commit lo espera</translation>
    </message>
    <message>
        <source>With synchronous_commit = remote_apply a commit waits until the standby has applied it.</source>
        <translation>Con synchronous_commit = remote_apply un commit espera hasta que el standby lo haya aplicado.</translation>
    </message>
    <message>
        <source>Another standby would take over</source>
        <translation>Otro standby tomaría el relevo</translation>
    </message>
    <message>
        <source>A delayed standby is slow to promote.</source>
        <translation>Un standby con demora tarda en promoverse.</translation>
    </message>
    <message>
        <source>The primary can clean up</source>
        <translation>El primario puede hacer limpieza</translation>
    </message>
    <message>
        <source>With hot_standby_feedback the primary keeps what the standby&apos;s queries may still need.</source>
        <translation>Con hot_standby_feedback el primario conserva lo que las consultas del standby aún puedan necesitar.</translation>
    </message>
    <message>
        <source>No standby answers.</source>
        <translation>Ningún standby responde.</translation>
    </message>
</context>
<context>
    <name>howdah::SetParameter</name>
    <message>
        <source>A parameter&apos;s name has letters, digits and &quot;_&quot; only.</source>
        <translation>El nombre de un parámetro solo tiene letras, cifras y &quot;_&quot;.</translation>
    </message>
    <message>
        <source>primary_conninfo may hold a password, and what is set here is put on record. Let the standby follow another node instead.</source>
        <translation>primary_conninfo puede contener una contraseña, y lo que se fija aquí queda registrado. En su lugar, haga que el standby siga a otro nodo.</translation>
    </message>
    <message>
        <source>%1 holds a secret, and what is set here is put on record. Set it by hand with ALTER SYSTEM.</source>
        <translation>%1 contiene un secreto, y lo que se fija aquí queda registrado. Fíjelo a mano con ALTER SYSTEM.</translation>
    </message>
    <message>
        <source>This looks like a secret, and what is set here is put on record. Set it by hand with ALTER SYSTEM.</source>
        <translation>Esto parece un secreto, y lo que se fija aquí queda registrado. Fíjelo a mano con ALTER SYSTEM.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>Its name, as in postgresql.conf.</source>
        <translation>Su nombre, como en postgresql.conf.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>With its unit where it has one: 64MB, 5min.</source>
        <translation>Con su unidad, si la tiene: 64MB, 5min.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>The node to change, or &quot;all&quot;.</source>
        <translation>El nodo que se cambia, o &quot;all&quot;.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Take it out of postgresql.auto.conf instead, so that the other files or the default decide.</source>
        <translation>En su lugar, quitarlo de postgresql.auto.conf, para que decidan los demás archivos o el valor por defecto.</translation>
    </message>
    <message>
        <source>Set %1 to &quot;%2&quot;</source>
        <translation>Poner %1 en &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Take %1 out of postgresql.auto.conf</source>
        <translation>Quitar %1 de postgresql.auto.conf</translation>
    </message>
    <message>
        <source>Reload the configuration</source>
        <translation>Recargar la configuración</translation>
    </message>
    <message>
        <source>%1 waits for a restart: the nodes say so until then.</source>
        <translation>%1 espera un reinicio: los nodos lo indican hasta entonces.</translation>
    </message>
    <message>
        <source>When it was raised, restart the standbys before the primary; when it was lowered, the primary first.</source>
        <translation>Si se aumentó, reinicie los standbys antes que el primario; si se redujo, primero el primario.</translation>
    </message>
    <message>
        <source>Set a parameter</source>
        <translation>Fijar un parámetro</translation>
    </message>
    <message>
        <source>Changes a parameter of one node or of all, and reloads; shows first where they differ.</source>
        <translation>Cambia un parámetro de un nodo o de todos, y recarga la configuración; antes muestra dónde difieren.</translation>
    </message>
    <message>
        <source>not known there</source>
        <translation>desconocido allí</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot; (or does not show it to this role).</source>
        <translation>%1 no tiene ningún parámetro &quot;%2&quot; (o no lo muestra a este rol).</translation>
    </message>
    <message>
        <source>Look at its spelling. A parameter of an extension is known once that is loaded.</source>
        <translation>Revise cómo está escrito. Un parámetro de una extensión se conoce una vez cargada esta.</translation>
    </message>
    <message>
        <source>%1 cannot be changed: it was fixed when the cluster was made or the server was built.</source>
        <translation>%1 no se puede cambiar: se fijó al crear el clúster o al compilar el servidor.</translation>
    </message>
    <message>
        <source>Choose another parameter.</source>
        <translation>Elija otro parámetro.</translation>
    </message>
    <message>
        <source>What %1 has for %2 looks like a secret, which must not be put on record.</source>
        <translation>Lo que %1 tiene en %2 parece un secreto, que no debe quedar registrado.</translation>
    </message>
    <message>
        <source>Change it by hand with ALTER SYSTEM, where nothing is journalled.</source>
        <translation>Cámbielo a mano con ALTER SYSTEM, donde nada se anota en el diario.</translation>
    </message>
    <message>
        <source>%1 takes effect when the server is restarted.</source>
        <translation>%1 surte efecto cuando se reinicia el servidor.</translation>
    </message>
    <message>
        <source>Restart the nodes afterwards, each at a good moment.</source>
        <translation>Reinicie después los nodos, cada uno en un buen momento.</translation>
    </message>
    <message>
        <source>%1 takes effect with a reload.</source>
        <translation>%1 surte efecto con una recarga.</translation>
    </message>
    <message>
        <source>%1 takes effect with a reload, in sessions that have not set it themselves.</source>
        <translation>%1 surte efecto con una recarga, en las sesiones que no lo han fijado ellas mismas.</translation>
    </message>
    <message>
        <source>%1 forbids ALTER SYSTEM (allow_alter_system is off).</source>
        <translation>%1 prohíbe ALTER SYSTEM (allow_alter_system está en off).</translation>
    </message>
    <message>
        <source>Its configuration is managed elsewhere: change it there, then reload.</source>
        <translation>Su configuración se gestiona en otro lugar: cámbiela allí y recárguela después.</translation>
    </message>
    <message>
        <source>The role may not change %1 on %2.</source>
        <translation>El rol no puede cambiar %1 en %2.</translation>
    </message>
    <message>
        <source>Connect as a superuser; from PostgreSQL 15 on GRANT ALTER SYSTEM ON PARAMETER does too.</source>
        <translation>Conéctese como superusuario; desde PostgreSQL 15 también basta GRANT ALTER SYSTEM ON PARAMETER.</translation>
    </message>
    <message>
        <source>The role may not see pg_file_settings on %1, so what is there now could not be put back.</source>
        <translation>El rol no puede ver pg_file_settings en %1, así que no se podría restaurar lo que hay ahora.</translation>
    </message>
    <message>
        <source>Connect as a superuser.</source>
        <translation>Conéctese como superusuario.</translation>
    </message>
    <message>
        <source>The role may not reload the configuration of %1.</source>
        <translation>El rol no puede recargar la configuración de %1.</translation>
    </message>
    <message>
        <source>Connect as a superuser, or grant EXECUTE on pg_reload_conf().</source>
        <translation>Conéctese como superusuario o conceda EXECUTE sobre pg_reload_conf().</translation>
    </message>
    <message>
        <source>The role may change it and reload.</source>
        <translation>El rol puede cambiarlo y recargar la configuración.</translation>
    </message>
    <message>
        <source>The other files, or the default, decide again.</source>
        <translation>Vuelven a decidir los demás archivos, o el valor por defecto.</translation>
    </message>
    <message>
        <source>%1 is not set in postgresql.auto.conf.</source>
        <translation>%1 no está fijado en postgresql.auto.conf.</translation>
    </message>
    <message>
        <source>There is nothing to take out.</source>
        <translation>No hay nada que quitar.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Give another value.</source>
        <translation>Dé otro valor.</translation>
    </message>
    <message>
        <source>It is set to &quot;%1&quot; already.</source>
        <translation>Ya está en &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a value that the server takes.</source>
        <translation>&quot;%1&quot; es un valor que el servidor admite.</translation>
    </message>
    <message>
        <source>%1 was started with %2 among its options (%3), which win over every file.</source>
        <translation>%1 se arrancó con %2 entre sus opciones (%3), que prevalecen sobre todos los archivos.</translation>
    </message>
    <message>
        <source>Take it out of those options and restart the server first.</source>
        <translation>Quítelo antes de esas opciones y reinicie el servidor.</translation>
    </message>
    <message>
        <source>%1: another value is set for: %2.</source>
        <translation>%1: hay otro valor fijado para: %2.</translation>
    </message>
    <message>
        <source>Their sessions keep that value; see ALTER ROLE … RESET and ALTER DATABASE … RESET.</source>
        <translation>Sus sesiones conservan ese valor; vea ALTER ROLE … RESET y ALTER DATABASE … RESET.</translation>
    </message>
    <message>
        <source>postgresql.auto.conf, where it is written, wins over all other files.</source>
        <translation>postgresql.auto.conf, donde se escribe, prevalece sobre todos los demás archivos.</translation>
    </message>
    <message>
        <source>%1 may differ between the primary and its standbys.</source>
        <translation>%1 puede diferir entre el primario y sus standbys.</translation>
    </message>
    <message>
        <source>The primary&apos;s value is not known.</source>
        <translation>No se conoce el valor del primario.</translation>
    </message>
    <message>
        <source>See that no standby gets less than its primary has.</source>
        <translation>Asegúrese de que ningún standby reciba menos de lo que tiene su primario.</translation>
    </message>
    <message>
        <source>%1 would have %2, less than the primary %3 with %4: such a standby stops replaying, or does not start.</source>
        <translation>%1 tendría %2, menos que el primario %3 con %4: un standby así deja de reproducir, o no arranca.</translation>
    </message>
    <message>
        <source>Change every node; when raising, restart the standbys before the primary, when lowering, the primary first.</source>
        <translation>Cambie todos los nodos; al aumentar, reinicie los standbys antes que el primario; al reducir, primero el primario.</translation>
    </message>
    <message>
        <source>No standby gets less than the primary. When raising, restart the standbys first; when lowering, the primary.</source>
        <translation>Ningún standby recibe menos que el primario. Al aumentar, reinicie antes los standbys; al reducir, el primario.</translation>
    </message>
    <message>
        <source>What the nodes have now</source>
        <translation>Lo que tienen ahora los nodos</translation>
    </message>
    <message>
        <source>A parameter that differs between nodes changes its meaning at the next switchover.</source>
        <translation>Un parámetro que difiere entre nodos cambia de significado en el próximo switchover.</translation>
    </message>
    <message>
        <source>The parameter can be changed</source>
        <translation>El parámetro se puede cambiar</translation>
    </message>
    <message>
        <source>Some take effect at once, some with a restart, some never.</source>
        <translation>Algunos surten efecto enseguida, otros con un reinicio, otros nunca.</translation>
    </message>
    <message>
        <source>The role has the right</source>
        <translation>El rol tiene el permiso</translation>
    </message>
    <message>
        <source>It is written with ALTER SYSTEM.</source>
        <translation>Se escribe con ALTER SYSTEM.</translation>
    </message>
    <message>
        <source>The server takes the value</source>
        <translation>El servidor admite el valor</translation>
    </message>
    <message>
        <source>A value out of its range would be found out only at a restart.</source>
        <translation>Un valor fuera de su intervalo no se descubriría hasta un reinicio.</translation>
    </message>
    <message>
        <source>The change will take effect</source>
        <translation>El cambio surtirá efecto</translation>
    </message>
    <message>
        <source>Options given at the start win over the files, and a role&apos;s or a database&apos;s own value over both.</source>
        <translation>Las opciones dadas al arrancar prevalecen sobre los archivos, y el valor propio de un rol o de una base de datos sobre ambos.</translation>
    </message>
    <message>
        <source>Standbys have no less than the primary</source>
        <translation>Los standbys no tienen menos que el primario</translation>
    </message>
    <message>
        <source>A standby must be able to hold whatever the primary&apos;s transactions and locks need.</source>
        <translation>Un standby debe poder contener todo lo que necesiten las transacciones y los bloqueos del primario.</translation>
    </message>
</context>
<context>
    <name>howdah::Settings</name>
    <message>
        <source>(not shown)</source>
        <translation>(no se muestra)</translation>
    </message>
    <message>
        <source>Take %1 out of postgresql.auto.conf of %2</source>
        <translation>Quitar %1 de postgresql.auto.conf de %2</translation>
    </message>
    <message>
        <source>Set %1 of %2 to &quot;%3&quot; in its postgresql.auto.conf</source>
        <translation>Poner %1 de %2 en &quot;%3&quot; en su postgresql.auto.conf</translation>
    </message>
    <message>
        <source>Ask %1 to read its configuration again</source>
        <translation>Pedir a %1 que lea de nuevo su configuración</translation>
    </message>
    <message>
        <source>Wait until %1 awaits no restart for them any more</source>
        <translation>Esperar a que %1 ya no tenga pendiente ningún reinicio por ellos</translation>
    </message>
    <message>
        <source>%1 awaits no restart for %2</source>
        <translation>%1 no tiene pendiente ningún reinicio por %2</translation>
    </message>
    <message>
        <source>postgresql.auto.conf of %1 no longer has %2</source>
        <translation>postgresql.auto.conf de %1 ya no tiene %2</translation>
    </message>
    <message>
        <source>postgresql.auto.conf of %1 has %2, and the server can read it</source>
        <translation>postgresql.auto.conf de %1 tiene %2, y el servidor puede leerlo</translation>
    </message>
    <message>
        <source>%1 is in force on %2, or waits for a restart</source>
        <translation>%1 está en vigor en %2, o espera un reinicio</translation>
    </message>
    <message>
        <source>The server answers</source>
        <translation>El servidor responde</translation>
    </message>
    <message>
        <source>Everything else is asked of it.</source>
        <translation>Todo lo demás se le pregunta a él.</translation>
    </message>
    <message>
        <source>%1 answers as %2.</source>
        <translation>%1 responde como %2.</translation>
    </message>
    <message>
        <source>%1 does not answer. %2</source>
        <translation>%1 no responde. %2</translation>
    </message>
    <message>
        <source>Start it, mend its connection settings, or choose another node.</source>
        <translation>Arránquelo, corrija sus parámetros de conexión o elija otro nodo.</translation>
    </message>
    <message>
        <source>The files can be read</source>
        <translation>Los archivos se pueden leer</translation>
    </message>
    <message>
        <source>One wrong line makes the server ignore all of a file&apos;s changes.</source>
        <translation>Una línea incorrecta hace que el servidor ignore todos los cambios de un archivo.</translation>
    </message>
    <message>
        <source>Mend these lines; the server would ignore the whole reload.</source>
        <translation>Corrija estas líneas; el servidor ignoraría toda la recarga.</translation>
    </message>
    <message>
        <source>the role may not see pg_file_settings, so the files were not checked.</source>
        <translation>el rol no puede ver pg_file_settings, así que los archivos no se comprobaron.</translation>
    </message>
    <message>
        <source>No errors in the configuration files.</source>
        <translation>No hay errores en los archivos de configuración.</translation>
    </message>
    <message>
        <source>Connect as a superuser to have them checked.</source>
        <translation>Conéctese como superusuario para que se comprueben.</translation>
    </message>
    <message>
        <source>The role has the right</source>
        <translation>El rol tiene el permiso</translation>
    </message>
    <message>
        <source>Reloading is for superusers unless it was granted.</source>
        <translation>Recargar la configuración es cosa de superusuarios, salvo que se haya concedido.</translation>
    </message>
    <message>
        <source>the role may not reload the configuration.</source>
        <translation>el rol no puede recargar la configuración.</translation>
    </message>
    <message>
        <source>The role may reload the configuration.</source>
        <translation>El rol puede recargar la configuración.</translation>
    </message>
    <message>
        <source>Connect as a superuser, or grant EXECUTE on pg_reload_conf().</source>
        <translation>Conéctese como superusuario o conceda EXECUTE sobre pg_reload_conf().</translation>
    </message>
    <message>
        <source>%1 takes a number, with one of the units %2.</source>
        <translation>%1 admite un número, con una de las unidades %2.</translation>
    </message>
    <message>
        <source>%1 takes a number without a unit.</source>
        <translation>%1 admite un número sin unidad.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 takes numbers from %2.</source>
        <translation>%1 admite números de %2.</translation>
    </message>
    <message>
        <source>%1 takes values from %2, counted in units of %3.</source>
        <translation>%1 admite valores de %2, contados en unidades de %3.</translation>
    </message>
    <message>
        <source>A parameter&apos;s value cannot hold a line break.</source>
        <translation>El valor de un parámetro no puede contener un salto de línea.</translation>
    </message>
    <message>
        <source>ALTER SYSTEM cannot write an empty list for %1; take it out of there (reset), or change the configuration file.</source>
        <translation>ALTER SYSTEM no puede escribir una lista vacía para %1; quítelo de ahí (reset) o cambie el archivo de configuración.</translation>
    </message>
    <message>
        <source>%1 is on or off.</source>
        <translation>%1 es on u off.</translation>
    </message>
    <message>
        <source>%1 is one of: %2.</source>
        <translation>%1 es uno de estos: %2.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>%1, from %2, line %3</source>
        <translation>%1, de %2, línea %3</translation>
    </message>
    <message>
        <source>%1, the default</source>
        <translation>%1, el valor por defecto</translation>
    </message>
    <message>
        <source>%1, from: %2</source>
        <translation>%1, de: %2</translation>
    </message>
    <message>
        <source>%1 (a restart is pending)</source>
        <translation>%1 (hay un reinicio pendiente)</translation>
    </message>
</context>
<context>
    <name>howdah::SideInstance</name>
    <message>
        <source>There is no recovered copy in %1.</source>
        <translation>No hay ninguna copia recuperada en %1.</translation>
    </message>
    <message>
        <source>Name the directory that “recover” made, or recover one now.</source>
        <translation>Indique el directorio que creó “recover”, o recupere uno ahora.</translation>
    </message>
    <message>
        <source>No server runs in %1.</source>
        <translation>No hay ningún servidor en marcha en %1.</translation>
    </message>
    <message>
        <source>Start it: pg_ctl --pgdata=%1/data start</source>
        <translation>Arránquelo: pg_ctl --pgdata=%1/data start</translation>
    </message>
    <message>
        <source>It was not asked.</source>
        <translation>No se le preguntó.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <translation>Compruebe de nuevo.</translation>
    </message>
    <message>
        <source>The server in %1 is of another system (%2) than this cluster (%3).</source>
        <translation>El servidor en %1 es de otro sistema (%2) que este clúster (%3).</translation>
    </message>
    <message>
        <source>Name a copy of this cluster.</source>
        <translation>Indique una copia de este clúster.</translation>
    </message>
    <message>
        <source>On port %1 the server of %2 answers, not the one in %3.</source>
        <translation>En el puerto %1 responde el servidor de %2, no el de %3.</translation>
    </message>
    <message>
        <source>See what listens there, and start the copy again.</source>
        <translation>Vea qué escucha allí y arranque de nuevo la copia.</translation>
    </message>
    <message>
        <source>The copy in %1 is still replaying WAL.</source>
        <translation>La copia en %1 aún está reproduciendo WAL.</translation>
    </message>
    <message>
        <source>Wait until it has come to its target.</source>
        <translation>Espere hasta que haya llegado a su destino.</translation>
    </message>
    <message>
        <source>The copy runs PostgreSQL %1, the primary %2.</source>
        <translation>La copia ejecuta PostgreSQL %1, el primario %2.</translation>
    </message>
    <message>
        <source>Their rows may be printed differently: take them over with pg_dump.</source>
        <translation>Sus filas pueden imprimirse de forma distinta: páselas con pg_dump.</translation>
    </message>
    <message>
        <source>%1 runs on port %2.</source>
        <translation>%1 está en marcha en el puerto %2.</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Junto a</translation>
    </message>
    <message>
        <source>The node on whose host the side instance runs.</source>
        <translation>El nodo en cuyo host se ejecuta la instancia auxiliar.</translation>
    </message>
    <message>
        <source>Side instance</source>
        <translation>Instancia auxiliar</translation>
    </message>
    <message>
        <source>The directory of the recovered copy; its server must run.</source>
        <translation>El directorio de la copia recuperada; su servidor debe estar en marcha.</translation>
    </message>
    <message>
        <source>The side instance runs</source>
        <translation>La instancia auxiliar está en marcha</translation>
    </message>
    <message>
        <source>It must have come to its target, and be of this cluster and of the same version.</source>
        <translation>Debe haber llegado a su destino, y ser de este clúster y de la misma versión.</translation>
    </message>
</context>
<context>
    <name>howdah::Sidebar</name>
    <message>
        <source>Clusters</source>
        <translation>Clústeres</translation>
    </message>
</context>
<context>
    <name>howdah::SidebarModel</name>
    <message numerus="yes">
        <source>%1: %n matter(s) need attention</source>
        <translation>
            <numerusform>%1: %n asunto requiere atención</numerusform>
            <numerusform>%1: %n asuntos requieren atención</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>howdah::Sizes</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>howdah::Slots</name>
    <message>
        <source>No node is named.</source>
        <translation>No se indica ningún nodo.</translation>
    </message>
    <message>
        <source>The role may change slots on %1.</source>
        <translation>El rol puede cambiar slots en %1.</translation>
    </message>
    <message>
        <source>The role may not change slots on %1.</source>
        <translation>El rol no puede cambiar slots en %1.</translation>
    </message>
    <message>
        <source>Connect as a superuser or as a role with REPLICATION.</source>
        <translation>Conéctese como superusuario o como un rol con REPLICATION.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; on %2: %3.</source>
        <translation>&quot;%1&quot; en %2: %3.</translation>
    </message>
    <message>
        <source>There is no slot &quot;%1&quot; on %2; its slots are: %3.</source>
        <translation>No hay ningún slot &quot;%1&quot; en %2; sus slots son: %3.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Elija uno de ellos.</translation>
    </message>
    <message>
        <source>There is no such slot.</source>
        <translation>No existe ese slot.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Elija otro.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in use by: %2.</source>
        <translation>&quot;%1&quot; está en uso por: %2.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>Stop or move what uses it first: a standby with &quot;Follow another upstream&quot;, a subscriber with ALTER SUBSCRIPTION … DISABLE.</source>
        <translation>Detenga o traslade antes lo que lo usa: un standby con &quot;Seguir a otro upstream&quot;, un suscriptor con ALTER SUBSCRIPTION … DISABLE.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a temporary slot of a session.</source>
        <translation>&quot;%1&quot; es un slot temporal de una sesión.</translation>
    </message>
    <message>
        <source>It goes by itself when that session ends.</source>
        <translation>Desaparece por sí solo cuando termina esa sesión.</translation>
    </message>
    <message>
        <source>Nobody uses it now.</source>
        <translation>Nadie lo usa ahora.</translation>
    </message>
    <message>
        <source>Nobody has used it since %1.</source>
        <translation>Nadie lo ha usado desde %1.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>logical (%1, database %2)</source>
        <translation>lógico (%1, base de datos %2)</translation>
    </message>
    <message>
        <source>physical</source>
        <translation>físico</translation>
    </message>
    <message>
        <source>has lost the WAL it was to keep</source>
        <translation>ha perdido el WAL que debía conservar</translation>
    </message>
    <message>
        <source>retains %1 of WAL</source>
        <translation>retiene %1 de WAL</translation>
    </message>
    <message>
        <source>retains nothing yet</source>
        <translation>aún no retiene nada</translation>
    </message>
    <message>
        <source>The role has the right</source>
        <translation>El rol tiene el permiso</translation>
    </message>
    <message>
        <source>Slots are for superusers and roles with REPLICATION.</source>
        <translation>Los slots son cosa de superusuarios y de roles con REPLICATION.</translation>
    </message>
    <message>
        <source>The slot is there</source>
        <translation>El slot existe</translation>
    </message>
    <message>
        <source>What it is, and how much WAL it keeps.</source>
        <translation>Qué es, y cuánto WAL conserva.</translation>
    </message>
    <message>
        <source>Nobody uses it</source>
        <translation>Nadie lo usa</translation>
    </message>
    <message>
        <source>The server refuses to change a slot in use.</source>
        <translation>El servidor se niega a cambiar un slot en uso.</translation>
    </message>
    <message>
        <source>See that nobody uses &quot;%1&quot;</source>
        <translation>Ver que nadie usa &quot;%1&quot;</translation>
    </message>
    <message>
        <source>nobody uses the slot &quot;%1&quot; on %2</source>
        <translation>nadie usa el slot &quot;%1&quot; en %2</translation>
    </message>
</context>
<context>
    <name>howdah::SshChannel</name>
    <message>
        <source>Connecting to &quot;%1&quot; was stopped, as asked.</source>
        <translation>La conexión a &quot;%1&quot; se detuvo, como se pidió.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not connected in time.</source>
        <translation>No se conectó a &quot;%1&quot; a tiempo.</translation>
    </message>
    <message>
        <source>No directory for the connection to &quot;%1&quot; can be made</source>
        <translation>No se puede crear ningún directorio para la conexión a &quot;%1&quot;</translation>
    </message>
    <message>
        <source>ssh does not forward port %1 of &quot;%2&quot;.</source>
        <translation>ssh no reenvía el puerto %1 de &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>See whether its SSH server allows it (AllowTcpForwarding).</source>
        <translation>Compruebe si su servidor SSH lo permite (AllowTcpForwarding).</translation>
    </message>
</context>
<context>
    <name>howdah::SshCommands</name>
    <message>
        <source>The command &quot;%1&quot; cannot be run in the directory %2</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar en el directorio %2</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; cannot be run</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar</translation>
    </message>
    <message>
        <source>Install the package that has it, or give the directory where it is.</source>
        <translation>Instale el paquete que la contiene o indique el directorio donde está.</translation>
    </message>
    <message>
        <source>The user at &quot;%1&quot; cannot be found out</source>
        <translation>No se puede averiguar el usuario en &quot;%1&quot;</translation>
    </message>
    <message>
        <source>There is no command to run.</source>
        <translation>No hay ninguna orden que ejecutar.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; on %2 was stopped before its end, as asked.</source>
        <translation>La orden &quot;%1&quot; en %2 se detuvo antes de su fin, como se pidió.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; on %2 did not end in its time and was stopped.</source>
        <translation>La orden &quot;%1&quot; en %2 no terminó a tiempo y se detuvo.</translation>
    </message>
    <message>
        <source>It could not be made sure that it has ended: look on %1 for process group %2.</source>
        <translation>No se pudo asegurar que haya terminado: busque en %1 el grupo de procesos %2.</translation>
    </message>
    <message>
        <source>There is no user &quot;%1&quot; on %2.</source>
        <translation>No hay ningún usuario &quot;%1&quot; en %2.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; cannot be run on %2 as the user &quot;%3&quot;: sudo refuses without a password.</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar en %2 como el usuario &quot;%3&quot;: sudo la rechaza sin contraseña.</translation>
    </message>
    <message>
        <source>Allow it there in sudo&apos;s settings without a password (NOPASSWD), or log in as &quot;%1&quot; or as root.</source>
        <translation>Permítalo allí sin contraseña en la configuración de sudo (NOPASSWD), o inicie sesión como &quot;%1&quot; o como root.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; cannot be run on %2: its shell does not do what ours asks.</source>
        <translation>La orden &quot;%1&quot; no se puede ejecutar en %2: su shell no hace lo que el nuestro pide.</translation>
    </message>
    <message>
        <source>The login there needs a POSIX shell, setsid and env.</source>
        <translation>La sesión allí necesita un shell POSIX, setsid y env.</translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; on %2 was killed from outside.</source>
        <translation>La orden &quot;%1&quot; en %2 se mató desde fuera.</translation>
    </message>
    <message>
        <source>It goes on there: look what came of it before it is run again.</source>
        <translation>Continúa allí: mire en qué acabó antes de ejecutarla de nuevo.</translation>
    </message>
    <message>
        <source>It is ended there as soon as that machine notices: look what came of it before it is run again.</source>
        <translation>Terminará allí en cuanto esa máquina lo advierta: mire en qué acabó antes de ejecutarla de nuevo.</translation>
    </message>
    <message>
        <source>The connection to &quot;%1&quot; was lost while the command &quot;%2&quot; ran.</source>
        <translation>Se perdió la conexión con &quot;%1&quot; mientras se ejecutaba la orden &quot;%2&quot;.</translation>
    </message>
</context>
<context>
    <name>howdah::SshErrors</name>
    <message>
        <source>If the machine was set up anew, compare the fingerprint with the one it shows itself, then remove line %1 of %2 and log in once by hand (ssh %3). If it was not, do not connect: somebody may sit in between.</source>
        <translation>Si la máquina se instaló de nuevo, compare la huella con la que ella misma muestra, elimine después la línea %1 de %2 e inicie sesión una vez a mano (ssh %3). Si no fue así, no se conecte: puede haber alguien en medio.</translation>
    </message>
    <message>
        <source>If the machine was set up anew, compare the fingerprint with the one it shows itself and put the new key on record. If it was not, do not connect: somebody may sit in between.</source>
        <translation>Si la máquina se instaló de nuevo, compare la huella con la que ella misma muestra y registre la clave nueva. Si no fue así, no se conecte: puede haber alguien en medio.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; shows another host key than the one on record (now %2 %3). Nothing was sent to it.</source>
        <translation>&quot;%1&quot; muestra una clave de host distinta de la registrada (ahora %2 %3). No se le envió nada.</translation>
    </message>
    <message>
        <source>Try it by hand: ssh %1</source>
        <translation>Pruébelo a mano: ssh %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; shows a host key that was revoked. Nothing was sent to it.</source>
        <translation>&quot;%1&quot; muestra una clave de host que fue revocada. No se le envió nada.</translation>
    </message>
    <message>
        <source>Ask whoever runs that machine why its key was revoked.</source>
        <translation>Pregunte a quien administra esa máquina por qué se revocó su clave.</translation>
    </message>
    <message>
        <source>The host key of &quot;%1&quot; could not be verified. Nothing was sent to it.</source>
        <translation>No se pudo verificar la clave de host de &quot;%1&quot;. No se le envió nada.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not let us in: it accepts none of our keys.</source>
        <translation>&quot;%1&quot; no nos deja entrar: no acepta ninguna de nuestras claves.</translation>
    </message>
    <message>
        <source>Howdah asks for no password. Load a key into the agent (ssh-add), or name one in ~/.ssh/config, until &quot;ssh %1 true&quot; works without a question.</source>
        <translation>Howdah no pide ninguna contraseña. Cargue una clave en el agente (ssh-add), o indique una en ~/.ssh/config, hasta que &quot;ssh %1 true&quot; funcione sin preguntas.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not let us in: too many keys were tried.</source>
        <translation>&quot;%1&quot; no nos deja entrar: se probaron demasiadas claves.</translation>
    </message>
    <message>
        <source>Name the right key in ~/.ssh/config (IdentityFile, and IdentitiesOnly yes).</source>
        <translation>Indique la clave correcta en ~/.ssh/config (IdentityFile, e IdentitiesOnly yes).</translation>
    </message>
    <message>
        <source>There is no machine of the name &quot;%1&quot;.</source>
        <translation>No hay ninguna máquina con el nombre &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Correct the name, or add it to ~/.ssh/config.</source>
        <translation>Corrija el nombre, o añádalo a ~/.ssh/config.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; refuses connections: no SSH server listens there.</source>
        <translation>&quot;%1&quot; rechaza las conexiones: ningún servidor SSH escucha allí.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not answer.</source>
        <translation>&quot;%1&quot; no responde.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not answer any more.</source>
        <translation>&quot;%1&quot; ya no responde.</translation>
    </message>
    <message>
        <source>ssh does not understand its configuration for &quot;%1&quot;.</source>
        <translation>ssh no entiende su configuración para &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>ssh refuses its configuration for &quot;%1&quot;.</source>
        <translation>ssh rechaza su configuración para &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The configuration of ssh for &quot;%1&quot; is not there.</source>
        <translation>Falta la configuración de ssh para &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be reached, or the connection to it was lost.</source>
        <translation>No se puede alcanzar &quot;%1&quot;, o se perdió la conexión con él.</translation>
    </message>
    <message>
        <source>The host key of &quot;%1&quot; is not on record. Nothing was sent to it.</source>
        <translation>La clave de host de &quot;%1&quot; no está registrada. No se le envió nada.</translation>
    </message>
    <message>
        <source>The host key of &quot;%1&quot; is not on record: it shows %2. Nothing was sent to it.</source>
        <translation>La clave de host de &quot;%1&quot; no está registrada: muestra %2. No se le envió nada.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the machine shows itself (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub); if they agree, log in once by hand and accept it: ssh %1</source>
        <translation>Compare la huella con la que muestra la propia máquina (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub); si coinciden, inicie sesión una vez a mano y acéptela: ssh %1</translation>
    </message>
</context>
<context>
    <name>howdah::SshForwards</name>
    <message>
        <source>Nothing listens on port %1 of &quot;%2&quot;: its server does not run, or listens elsewhere.</source>
        <translation>Nada escucha en el puerto %1 de &quot;%2&quot;: su servidor no está en marcha, o escucha en otro lugar.</translation>
    </message>
</context>
<context>
    <name>howdah::SshHost</name>
    <message>
        <source>&quot;%1&quot; names no machine.</source>
        <translation>&quot;%1&quot; no indica ninguna máquina.</translation>
    </message>
    <message>
        <source>Write &quot;ssh:&quot; and the name that you would give to ssh, for example ssh:db1.</source>
        <translation>Escriba &quot;ssh:&quot; y el nombre que daría a ssh, por ejemplo ssh:db1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not answer.</source>
        <translation>&quot;%1&quot; no responde.</translation>
    </message>
    <message>
        <source>It kept silent for %1 s just now and is asked again in %2 s.</source>
        <translation>Acaba de estar %1 s sin responder; se le preguntará de nuevo en %2 s.</translation>
    </message>
    <message>
        <source>See that the machine runs and that its network leads here.</source>
        <translation>Vea que la máquina esté en marcha y que su red llegue hasta aquí.</translation>
    </message>
</context>
<context>
    <name>howdah::SshProbes</name>
    <message>
        <source>The space for %1 cannot be found out</source>
        <translation>No se puede averiguar el espacio para %1</translation>
    </message>
    <message>
        <source>%1: the answer of stat was not understood.</source>
        <translation>%1: no se entendió la respuesta de stat.</translation>
    </message>
    <message>
        <source>%1 is no port: ports go from 1 to 65535.</source>
        <translation>%1 no es un puerto: los puertos van de 1 a 65535.</translation>
    </message>
    <message>
        <source>It cannot be found whether port %1 is free</source>
        <translation>No se puede averiguar si el puerto %1 está libre</translation>
    </message>
</context>
<context>
    <name>howdah::StandbyLimits</name>
    <message>
        <source>%1 = %2 against %3</source>
        <translation>%1 = %2 frente a %3</translation>
    </message>
    <message>
        <source>The replay of %1 has paused by itself: it has lower limits than its primary: %2.</source>
        <translation>La reproducción de %1 se ha pausado por sí sola: tiene límites menores que su primario: %2.</translation>
    </message>
    <message>
        <source>Raise them on %1 to at least these values and restart it. Do not resume its replay before: it would shut down.</source>
        <translation>Auméntelos en %1 al menos hasta estos valores y reinícielo. No reanude antes su reproducción: se apagaría.</translation>
    </message>
    <message>
        <source>The replay of %1 is paused.</source>
        <translation>La reproducción de %1 está en pausa.</translation>
    </message>
    <message>
        <source>Resume its replay first.</source>
        <translation>Reanude antes su reproducción.</translation>
    </message>
    <message>
        <source>%1 has lower limits than its primary: %2.</source>
        <translation>%1 tiene límites menores que su primario: %2.</translation>
    </message>
    <message>
        <source>Raise them on %1 to at least these values and restart it.</source>
        <translation>Auméntelos en %1 al menos hasta estos valores y reinícielo.</translation>
    </message>
    <message>
        <source>Nothing is seen to be lower than on its primary.</source>
        <translation>No se ve nada que sea menor que en su primario.</translation>
    </message>
</context>
<context>
    <name>howdah::Standing</name>
    <message>
        <source>To go on with it: %1</source>
        <translation>Para continuar: %1</translation>
    </message>
    <message>
        <source>To take it back: %1</source>
        <translation>Para revertirlo: %1</translation>
    </message>
</context>
<context>
    <name>howdah::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
</context>
<context>
    <name>howdah::StepTimes</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Times of the steps</source>
        <translation>Tiempos de los pasos</translation>
    </message>
</context>
<context>
    <name>howdah::Switchover</name>
    <message>
        <source>%1 becomes the primary, on a new timeline; %2 follows it as a standby.</source>
        <translation>%1 pasa a ser el primario, en un timeline nuevo; %2 lo sigue como standby.</translation>
    </message>
    <message>
        <source>Every session on %1 is ended, and open transactions there are rolled back.</source>
        <translation>Todas las sesiones de %1 terminan, y las transacciones abiertas allí se revierten.</translation>
    </message>
    <message>
        <source>Nothing can be written for the fraction of a second in between. If %1 has not received everything by then, %2 is started again as the primary.</source>
        <translation>No se puede escribir nada durante la fracción de segundo intermedia. Si para entonces %1 no lo ha recibido todo, %2 se arranca de nuevo como primario.</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; is dropped from %2: nobody would use it, and it would keep WAL for ever.</source>
        <translation>El slot &quot;%1&quot; se elimina de %2: nadie lo usaría, y conservaría WAL indefinidamente.</translation>
    </message>
    <message>
        <source>Left behind: %1.</source>
        <translation>Quedan atrás: %1.</translation>
    </message>
    <message>
        <source>No primary answers, or several do; a planned change of roles needs exactly one.</source>
        <translation>Ningún primario responde, o responden varios; un cambio de roles planificado necesita exactamente uno.</translation>
    </message>
    <message>
        <source>No standby that answers follows the primary.</source>
        <translation>Ningún standby que responda sigue al primario.</translation>
    </message>
    <message>
        <source>Switch over</source>
        <translation>Switchover</translation>
    </message>
    <message>
        <source>Hands the primary&apos;s role to a standby in a planned way; nothing is lost.</source>
        <translation>Entrega el rol de primario a un standby de forma planificada; no se pierde nada.</translation>
    </message>
    <message>
        <source>New primary</source>
        <translation>Nuevo primario</translation>
    </message>
    <message>
        <source>The standby that takes over; suggested is the one that has received most.</source>
        <translation>El standby que toma el relevo; se sugiere el que más ha recibido.</translation>
    </message>
    <message>
        <source>%1 can take over; no committed transaction will be lost.</source>
        <translation>%1 puede tomar el relevo; no se perderá ninguna transacción confirmada.</translation>
    </message>
    <message>
        <source>Point applications at %1, unless they find the primary by themselves.</source>
        <translation>Dirija las aplicaciones a %1, salvo que encuentren el primario por sí mismas.</translation>
    </message>
    <message>
        <source>%1 does not stream from the primary.</source>
        <translation>%1 no replica desde el primario.</translation>
    </message>
    <message>
        <source>Choose a standby that streams from it directly.</source>
        <translation>Elija un standby que replique directamente desde él.</translation>
    </message>
    <message>
        <source>%1 is in the state &quot;%2&quot;.</source>
        <translation>%1 está en el estado &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Wait until it streams, then check again.</source>
        <translation>Espere a que replique en streaming y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>How far %1 is behind is not known.</source>
        <translation>No se sabe cuánto retraso lleva %1.</translation>
    </message>
    <message>
        <source>See that it streams from the primary.</source>
        <translation>Asegúrese de que replica desde el primario.</translation>
    </message>
    <message>
        <source>%1 has still to replay %2.</source>
        <translation>A %1 le quedan por reproducir %2.</translation>
    </message>
    <message>
        <source>Wait until it has caught up.</source>
        <translation>Espere a que se haya puesto al día.</translation>
    </message>
    <message>
        <source>It is waited for while the primary still serves.</source>
        <translation>Se le espera mientras el primario aún da servicio.</translation>
    </message>
    <message>
        <source>%1 does not answer as a standby.</source>
        <translation>%1 no responde como standby.</translation>
    </message>
    <message>
        <source>Choose a standby that answers.</source>
        <translation>Elija un standby que responda.</translation>
    </message>
    <message>
        <source>%1 replays without a delay.</source>
        <translation>%1 reproduce sin demora.</translation>
    </message>
    <message>
        <source>%1 applies changes %2 late.</source>
        <translation>%1 aplica los cambios con %2 de demora.</translation>
    </message>
    <message>
        <source>The primary_conninfo of %1 holds a password, which Howdah does not read or copy.</source>
        <translation>El primary_conninfo de %1 contiene una contraseña, que Howdah no lee ni copia.</translation>
    </message>
    <message>
        <source>Put the password into a passfile and name it there with passfile=.</source>
        <translation>Ponga la contraseña en un passfile e indíquelo allí con passfile=.</translation>
    </message>
    <message>
        <source>The old primary will use the settings of %1, with its own name.</source>
        <translation>El antiguo primario usará los parámetros de %1, con su propio nombre.</translation>
    </message>
    <message>
        <source>%1 waits for no synchronous standby.</source>
        <translation>%1 no espera a ningún standby síncrono.</translation>
    </message>
    <message>
        <source>%1 would wait for %2 of &quot;%3&quot;; %4 will be there.</source>
        <translation>%1 esperaría a %2 de &quot;%3&quot;; habrá %4.</translation>
    </message>
    <message>
        <source>On %1 name the standbys that will follow it in synchronous_standby_names, or empty it, and reload it.</source>
        <translation>En %1, indique en synchronous_standby_names los standbys que lo seguirán, o déjelo vacío, y recargue su configuración.</translation>
    </message>
    <message>
        <source>The longest query on %1 has run for %2.</source>
        <translation>La consulta más larga en %1 lleva %2 en ejecución.</translation>
    </message>
    <message>
        <source>Wait for its end: replay may have to wait for it, and then nobody is promoted.</source>
        <translation>Espere a que termine: la reproducción puede tener que esperarla, y entonces no se promueve a nadie.</translation>
    </message>
    <message>
        <source>%1 = %2 against %3</source>
        <translation>%1 = %2 frente a %3</translation>
    </message>
    <message>
        <source>Higher on %1 than on the primary: %2.</source>
        <translation>Mayores en %1 que en el primario: %2.</translation>
    </message>
    <message>
        <source>Raise them on the primary to the same values and restart it: as a standby with less it would not start.</source>
        <translation>Auméntelos en el primario hasta los mismos valores y reinícielo: como standby con menos no arrancaría.</translation>
    </message>
    <message>
        <source>Lower on %1 than on the primary: %2.</source>
        <translation>Menores en %1 que en el primario: %2.</translation>
    </message>
    <message>
        <source>Raise them on %1 to the same values and restart it.</source>
        <translation>Auméntelos en %1 hasta los mismos valores y reinícielo.</translation>
    </message>
    <message>
        <source>They are the same on both.</source>
        <translation>Son iguales en ambos.</translation>
    </message>
    <message>
        <source>No changed setting waits for a restart.</source>
        <translation>Ningún parámetro cambiado espera un reinicio.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 on the primary</source>
        <translation>%1 en el primario</translation>
    </message>
    <message>
        <source>These wait for a restart: %1.</source>
        <translation>Esperan un reinicio: %1.</translation>
    </message>
    <message>
        <source>The old primary takes them up when it starts; restart %1 first if it needs them.</source>
        <translation>El antiguo primario los adopta al arrancar; reinicie antes %1 si los necesita.</translation>
    </message>
    <message>
        <source>The configuration files of %1 hold no error.</source>
        <translation>Los archivos de configuración de %1 no contienen ningún error.</translation>
    </message>
    <message>
        <source>Errors in the configuration files of %1: %2.</source>
        <translation>Errores en los archivos de configuración de %1: %2.</translation>
    </message>
    <message>
        <source>Mend them: with these it would not start the next time.</source>
        <translation>Corríjalos: con ellos no arrancaría la próxima vez.</translation>
    </message>
    <message>
        <source>default_transaction_read_only is on on %1.</source>
        <translation>default_transaction_read_only está en on en %1.</translation>
    </message>
    <message>
        <source>Reset it there and reload: the new primary would refuse every write.</source>
        <translation>Restablézcalo allí y recargue la configuración: el nuevo primario rechazaría toda escritura.</translation>
    </message>
    <message>
        <source>Nothing keeps %1 read-only once it is the primary.</source>
        <translation>Nada mantiene a %1 en solo lectura una vez que sea el primario.</translation>
    </message>
    <message>
        <source>The same on both.</source>
        <translation>Igual en ambos.</translation>
    </message>
    <message>
        <source>Different on %1: %2.</source>
        <translation>Diferente en %1: %2.</translation>
    </message>
    <message>
        <source>See that it archives as the primary does; else recovery ends at the change.</source>
        <translation>Asegúrese de que archiva como el primario; si no, la recuperación termina en el cambio.</translation>
    </message>
    <message>
        <source>%1 slots free on %2, %3 needed; max_wal_senders is %4, for %5 nodes.</source>
        <translation>%1 slots libres en %2, se necesitan %3; max_wal_senders es %4, para %5 nodos.</translation>
    </message>
    <message>
        <source>Raise max_replication_slots and max_wal_senders on it and restart it, or drop slots that nobody needs.</source>
        <translation>Aumente en él max_replication_slots y max_wal_senders y reinícielo, o elimine slots que nadie necesite.</translation>
    </message>
    <message>
        <source>These will follow %1: %2.</source>
        <translation>Seguirán a %1: %2.</translation>
    </message>
    <message>
        <source>These will not: %1.</source>
        <translation>No lo seguirán: %1.</translation>
    </message>
    <message>
        <source>Mend that first if there is time; else let them follow later.</source>
        <translation>Corrija eso antes si hay tiempo; si no, haga que lo sigan más tarde.</translation>
    </message>
    <message>
        <source>The server that answers there belongs to another system (%1).</source>
        <translation>El servidor que responde allí pertenece a otro sistema (%1).</translation>
    </message>
    <message>
        <source>Mend the host and port of %1 in the cluster&apos;s settings.</source>
        <translation>Corrija el host y el puerto de %1 en la configuración del clúster.</translation>
    </message>
    <message>
        <source>A replication connection from the primary&apos;s host to %1 was opened and closed again.</source>
        <translation>Desde el host del primario se abrió y se volvió a cerrar una conexión de replicación a %1.</translation>
    </message>
    <message>
        <source>Howdah has no access to the host of %1.</source>
        <translation>Howdah no tiene acceso al host de %1.</translation>
    </message>
    <message>
        <source>See that it has free space for its own WAL and that of the slots.</source>
        <translation>Asegúrese de que tiene espacio libre para su propio WAL y el de los slots.</translation>
    </message>
    <message>
        <source>%1 free on %2.</source>
        <translation>%1 libres en %2.</translation>
    </message>
    <message>
        <source>Make room: a primary that cannot write WAL stops.</source>
        <translation>Libere espacio: un primario que no puede escribir WAL se detiene.</translation>
    </message>
    <message>
        <source>Make room soon.</source>
        <translation>Libere espacio pronto.</translation>
    </message>
    <message>
        <source>The candidate streams from the primary</source>
        <translation>El candidato replica desde el primario</translation>
    </message>
    <message>
        <source>The last record must reach it when the primary stops.</source>
        <translation>El último registro debe llegarle cuando se detenga el primario.</translation>
    </message>
    <message>
        <source>The candidate is close behind</source>
        <translation>El candidato va muy cerca</translation>
    </message>
    <message>
        <source>What it has not replayed when the primary stops, everybody waits for.</source>
        <translation>Lo que no haya reproducido cuando se detenga el primario, todos lo esperan.</translation>
    </message>
    <message>
        <source>The candidate replays</source>
        <translation>El candidato reproduce</translation>
    </message>
    <message>
        <source>It must apply everything before it can take writes.</source>
        <translation>Debe aplicarlo todo antes de poder admitir escrituras.</translation>
    </message>
    <message>
        <source>No long query holds its replay up</source>
        <translation>Ninguna consulta larga detiene su reproducción</translation>
    </message>
    <message>
        <source>Replay waits for queries that need what it would remove.</source>
        <translation>La reproducción espera a las consultas que necesitan lo que ella eliminaría.</translation>
    </message>
    <message>
        <source>Commits will not hang</source>
        <translation>Los commits no quedarán bloqueados</translation>
    </message>
    <message>
        <source>A primary waits for its synchronous standbys for ever.</source>
        <translation>Un primario espera indefinidamente a sus standbys síncronos.</translation>
    </message>
    <message>
        <source>The new primary will take writes</source>
        <translation>El nuevo primario admitirá escrituras</translation>
    </message>
    <message>
        <source>A setting can keep even a primary read-only.</source>
        <translation>Un parámetro puede mantener en solo lectura incluso a un primario.</translation>
    </message>
    <message>
        <source>Limits are the same on both</source>
        <translation>Los límites son iguales en ambos</translation>
    </message>
    <message>
        <source>A standby with lower limits than its primary does not start; a primary with lower ones serves fewer.</source>
        <translation>Un standby con límites menores que su primario no arranca; un primario con límites menores atiende a menos.</translation>
    </message>
    <message>
        <source>No restart is pending</source>
        <translation>No hay ningún reinicio pendiente</translation>
    </message>
    <message>
        <source>Settings that change by surprise in the middle of a switchover are hard to find.</source>
        <translation>Los parámetros que cambian por sorpresa en medio de un switchover son difíciles de encontrar.</translation>
    </message>
    <message>
        <source>The candidate&apos;s files are sound</source>
        <translation>Los archivos del candidato están bien</translation>
    </message>
    <message>
        <source>An error there is found only at the next start.</source>
        <translation>Un error en ellos no se descubre hasta el próximo arranque.</translation>
    </message>
    <message>
        <source>The candidate will archive as the primary does</source>
        <translation>El candidato archivará como el primario</translation>
    </message>
    <message>
        <source>From then on its archiving is the one that counts.</source>
        <translation>Desde entonces es su archivado el que cuenta.</translation>
    </message>
    <message>
        <source>Settings for the way back</source>
        <translation>Parámetros para el camino de vuelta</translation>
    </message>
    <message>
        <source>The old primary connects to the new one with them.</source>
        <translation>El antiguo primario se conecta con ellos al nuevo.</translation>
    </message>
    <message>
        <source>The old primary can follow the new one</source>
        <translation>El antiguo primario puede seguir al nuevo</translation>
    </message>
    <message>
        <source>The login is tried from its host, as its user.</source>
        <translation>La conexión se prueba desde su host, como su usuario.</translation>
    </message>
    <message>
        <source>Slots and WAL senders on the candidate</source>
        <translation>Slots y WAL senders en el candidato</translation>
    </message>
    <message>
        <source>Every node gets a slot on the new primary before anything is stopped.</source>
        <translation>Cada nodo recibe un slot en el nuevo primario antes de que se detenga nada.</translation>
    </message>
    <message>
        <source>The other standbys can follow</source>
        <translation>Los demás standbys pueden seguirlo</translation>
    </message>
    <message>
        <source>A standby that is left behind protects nothing.</source>
        <translation>Un standby que se queda atrás no protege nada.</translation>
    </message>
    <message>
        <source>Free space on the candidate</source>
        <translation>Espacio libre en el candidato</translation>
    </message>
    <message>
        <source>A primary writes more than a standby, and keeps what its slots hold.</source>
        <translation>Un primario escribe más que un standby, y conserva lo que retienen sus slots.</translation>
    </message>
    <message>
        <source>%1 was shut down, and %2 has replayed its last record</source>
        <translation>%1 se apagó, y %2 ha reproducido su último registro</translation>
    </message>
    <message>
        <source>%1 was shut down</source>
        <translation>%1 se apagó</translation>
    </message>
    <message>
        <source>%1 is a primary</source>
        <translation>%1 es un primario</translation>
    </message>
    <message>
        <source>Make replication slots on %1 for the nodes that will follow it</source>
        <translation>Crear slots de replicación en %1 para los nodos que lo seguirán</translation>
    </message>
    <message>
        <source>Write out what a stop would have to write</source>
        <translation>Escribir lo que una detención tendría que escribir</translation>
    </message>
    <message>
        <source>Run a checkpoint on %1</source>
        <translation>Ejecutar un checkpoint en %1</translation>
    </message>
    <message>
        <source>Run a restartpoint on %1</source>
        <translation>Ejecutar un restartpoint en %1</translation>
    </message>
    <message>
        <source>Run another checkpoint on %1</source>
        <translation>Ejecutar otro checkpoint en %1</translation>
    </message>
    <message>
        <source>See that %1 has caught up</source>
        <translation>Ver que %1 se ha puesto al día</translation>
    </message>
    <message>
        <source>%1 has archived its finished WAL</source>
        <translation>%1 ha archivado su WAL terminado</translation>
    </message>
    <message>
        <source>%1 replays what %2 has just written</source>
        <translation>%1 reproduce lo que %2 acaba de escribir</translation>
    </message>
    <message>
        <source>Write standby.signal into %1</source>
        <translation>Escribir standby.signal en %1</translation>
    </message>
    <message>
        <source>Note the time</source>
        <translation>Anotar la hora</translation>
    </message>
    <message>
        <source>Ask %1 to stop (fast)</source>
        <translation>Pedir a %1 que se detenga (fast)</translation>
    </message>
    <message>
        <source>Wait for the last record of %1</source>
        <translation>Esperar el último registro de %1</translation>
    </message>
    <message>
        <source>Stop the primary %1</source>
        <translation>Detener el primario %1</translation>
    </message>
    <message>
        <source>Start %1 as the primary again, unless it serves</source>
        <translation>Arrancar de nuevo %1 como primario, salvo que ya dé servicio</translation>
    </message>
    <message>
        <source>See %1 serve again</source>
        <translation>Ver que %1 da servicio de nuevo</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>Promover %1</translation>
    </message>
    <message>
        <source>Make sure that %1 has not been started since</source>
        <translation>Asegurarse de que %1 no se ha arrancado desde entonces</translation>
    </message>
    <message>
        <source>Ask %1 to end its recovery</source>
        <translation>Pedir a %1 que termine su recuperación</translation>
    </message>
    <message>
        <source>%1 answers as the primary.</source>
        <translation>%1 responde como el primario.</translation>
    </message>
    <message>
        <source>No node answers as the primary.</source>
        <translation>Ningún nodo responde como el primario.</translation>
    </message>
    <message>
        <source>Start it; if it is gone for good, fail over instead.</source>
        <translation>Arránquelo; si se ha perdido definitivamente, haga un failover.</translation>
    </message>
    <message>
        <source>Several nodes answer as primary: %1.</source>
        <translation>Varios nodos responden como primario: %1.</translation>
    </message>
    <message>
        <source>Find out which of them is right and stop the others first.</source>
        <translation>Averigüe cuál de ellos es el correcto y detenga antes los demás.</translation>
    </message>
    <message>
        <source>%1 lies in %2, owned by %3.</source>
        <translation>%1 está en %2, propiedad de %3.</translation>
    </message>
    <message>
        <source>Connected as a superuser to %1 and %2.</source>
        <translation>Conectado como superusuario a %1 y %2.</translation>
    </message>
    <message>
        <source>Howdah&apos;s role is no superuser on %1.</source>
        <translation>El rol de Howdah no es superusuario en %1.</translation>
    </message>
    <message>
        <source>Connect as a superuser: settings are changed and checkpoints are run on both.</source>
        <translation>Conéctese como superusuario: en ambos se cambian parámetros y se ejecutan checkpoints.</translation>
    </message>
    <message>
        <source>These have far more still to be sent: %1.</source>
        <translation>A estos les falta mucho más por recibir: %1.</translation>
    </message>
    <message>
        <source>Wait until they have caught up, or end them.</source>
        <translation>Espere a que se hayan puesto al día, o termínelos.</translation>
    </message>
    <message>
        <source>Nothing but standbys receives WAL from %1.</source>
        <translation>Solo los standbys reciben WAL de %1.</translation>
    </message>
    <message>
        <source>These receive WAL from %1 too: %2.</source>
        <translation>También reciben WAL de %1: %2.</translation>
    </message>
    <message>
        <source>See that they can keep up, and point them at the new primary afterwards.</source>
        <translation>Asegúrese de que pueden seguir el ritmo, y diríjalos después al nuevo primario.</translation>
    </message>
    <message>
        <source>The oldest open transaction on %1 is %2 old.</source>
        <translation>La transacción abierta más antigua en %1 tiene %2.</translation>
    </message>
    <message>
        <source>No transaction has been open for a second.</source>
        <translation>Ninguna transacción lleva abierta un segundo.</translation>
    </message>
    <message>
        <source>Wait for its end, or end its session: a stop would roll its work back.</source>
        <translation>Espere a que termine, o termine su sesión: una detención revertiría su trabajo.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>No hay ninguna.</translation>
    </message>
    <message>
        <source>Prepared transactions: %1.</source>
        <translation>Transacciones preparadas: %1.</translation>
    </message>
    <message>
        <source>They go over to the new primary with their locks; commit or roll them back there if their coordinator cannot.</source>
        <translation>Pasan al nuevo primario con sus bloqueos; confírmelas o reviértalas allí si su coordinador no puede.</translation>
    </message>
    <message>
        <source>No base backup runs.</source>
        <translation>No hay ninguna copia base en curso.</translation>
    </message>
    <message>
        <source>Base backups running on the primary: %1.</source>
        <translation>Copias base en curso en el primario: %1.</translation>
    </message>
    <message>
        <source>Wait for their end: a stop would break them off.</source>
        <translation>Espere a que terminen: una detención las interrumpiría.</translation>
    </message>
    <message>
        <source>%1 does not archive.</source>
        <translation>%1 no archiva.</translation>
    </message>
    <message>
        <source>WAL files waiting to be archived: %1.</source>
        <translation>Archivos de WAL que esperan ser archivados: %1.</translation>
    </message>
    <message>
        <source>The last try to archive failed. %1</source>
        <translation>El último intento de archivar falló. %1</translation>
    </message>
    <message>
        <source>Mend archiving first: the server log of %1 says why.</source>
        <translation>Corrija antes el archivado: el log del servidor %1 dice por qué.</translation>
    </message>
    <message>
        <source>They are archived first, which takes its time.</source>
        <translation>Se archivan antes, lo que lleva su tiempo.</translation>
    </message>
    <message>
        <source>%1 has none that would be left behind.</source>
        <translation>%1 no tiene ninguno que se quedaría atrás.</translation>
    </message>
    <message>
        <source>These do not go over to %1: %2.</source>
        <translation>Estos no pasan a %1: %2.</translation>
    </message>
    <message>
        <source>Their subscribers must be set up again on the new primary, or miss what is written meanwhile.</source>
        <translation>Sus suscriptores se deben configurar de nuevo en el nuevo primario, o perderán lo que se escriba entretanto.</translation>
    </message>
    <message>
        <source>Mend them: with these it would not start again.</source>
        <translation>Corríjalos: con ellos no arrancaría de nuevo.</translation>
    </message>
    <message>
        <source>wal_log_hints or data checksums are on.</source>
        <translation>wal_log_hints o las sumas de verificación de datos están activadas.</translation>
    </message>
    <message>
        <source>Neither wal_log_hints nor data checksums are on.</source>
        <translation>Ni wal_log_hints ni las sumas de verificación de datos están activadas.</translation>
    </message>
    <message>
        <source>A switchover does not need them; after a failover only a new clone would help.</source>
        <translation>Un switchover no las necesita; tras un failover solo ayudaría un clon nuevo.</translation>
    </message>
    <message>
        <source>There is one primary</source>
        <translation>Hay un primario</translation>
    </message>
    <message>
        <source>Its role is handed over, so it must be there to do so.</source>
        <translation>Su rol se entrega, así que debe estar presente para hacerlo.</translation>
    </message>
    <message>
        <source>Howdah can act on the primary&apos;s host</source>
        <translation>Howdah puede actuar en el host del primario</translation>
    </message>
    <message>
        <source>The primary is stopped and started again where it runs.</source>
        <translation>El primario se detiene y se arranca de nuevo donde se ejecuta.</translation>
    </message>
    <message>
        <source>The role has the rights</source>
        <translation>El rol tiene los permisos</translation>
    </message>
    <message>
        <source>Half-way is no place to find out that something is not permitted.</source>
        <translation>A medio camino no es el momento de descubrir que algo no está permitido.</translation>
    </message>
    <message>
        <source>Nobody else holds the stop up</source>
        <translation>Nadie más retiene la detención</translation>
    </message>
    <message>
        <source>A primary that stops first sends everybody what is still to be sent.</source>
        <translation>Un primario que se detiene envía antes a todos lo que queda por enviar.</translation>
    </message>
    <message>
        <source>No long work is lost</source>
        <translation>No se pierde ningún trabajo largo</translation>
    </message>
    <message>
        <source>A stop rolls back every open transaction.</source>
        <translation>Una detención revierte todas las transacciones abiertas.</translation>
    </message>
    <message>
        <source>Prepared transactions</source>
        <translation>Transacciones preparadas</translation>
    </message>
    <message>
        <source>They outlive a change of primary and keep their locks.</source>
        <translation>Sobreviven a un cambio de primario y conservan sus bloqueos.</translation>
    </message>
    <message>
        <source>No base backup is running</source>
        <translation>No hay ninguna copia base en curso</translation>
    </message>
    <message>
        <source>A stop breaks it off.</source>
        <translation>Una detención la interrumpe.</translation>
    </message>
    <message>
        <source>Archiving is up to date</source>
        <translation>El archivado está al día</translation>
    </message>
    <message>
        <source>What is not archived yet may be missing when something must be recovered.</source>
        <translation>Lo que aún no está archivado puede faltar cuando haya que recuperar algo.</translation>
    </message>
    <message>
        <source>Logical replication slots</source>
        <translation>Slots de replicación lógica</translation>
    </message>
    <message>
        <source>A logical slot lives on the primary alone, unless it was made to fail over.</source>
        <translation>Un slot lógico vive solo en el primario, salvo que se creara para pasar en un failover.</translation>
    </message>
    <message>
        <source>The primary can start again</source>
        <translation>El primario puede arrancar de nuevo</translation>
    </message>
    <message>
        <source>It reads its configuration files anew when it comes back as a standby.</source>
        <translation>Lee de nuevo sus archivos de configuración cuando vuelve como standby.</translation>
    </message>
    <message>
        <source>A later rewind is possible</source>
        <translation>Un rewind posterior es posible</translation>
    </message>
    <message>
        <source>With them a primary that has diverged need not be copied anew.</source>
        <translation>Con ellas, un primario que ha divergido no tiene que copiarse de nuevo.</translation>
    </message>
    <message>
        <source>There is no primary that answers.</source>
        <translation>No hay ningún primario que responda.</translation>
    </message>
    <message>
        <source>See how long nobody could write</source>
        <translation>Ver cuánto tiempo no pudo escribir nadie</translation>
    </message>
    <message>
        <source>%1 takes writes</source>
        <translation>%1 admite escrituras</translation>
    </message>
    <message>
        <source>%1 runs as a standby</source>
        <translation>%1 está en marcha como standby</translation>
    </message>
    <message>
        <source>Wait for the end of %1</source>
        <translation>Esperar al fin de %1</translation>
    </message>
    <message>
        <source>%1 is a standby</source>
        <translation>%1 es un standby</translation>
    </message>
    <message>
        <source>See all nodes on the timeline of %1</source>
        <translation>Ver que todos los nodos están en el timeline de %1</translation>
    </message>
    <message>
        <source>Drop the slot &quot;%1&quot; of the former standby from %2</source>
        <translation>Eliminar de %2 el slot &quot;%1&quot; del antiguo standby</translation>
    </message>
    <message>
        <source>Run a checkpoint</source>
        <translation>Ejecutar un checkpoint</translation>
    </message>
    <message>
        <source>Ask for the new timeline</source>
        <translation>Preguntar por el nuevo timeline</translation>
    </message>
    <message>
        <source>Note the new primary</source>
        <translation>Anotar el nuevo primario</translation>
    </message>
    <message>
        <source>No query has run for a second.</source>
        <translation>Ninguna consulta lleva un segundo en ejecución.</translation>
    </message>
    <message>
        <source>the stream to %1 has ended</source>
        <translation>el streaming hacia %1 ha terminado</translation>
    </message>
    <message>
        <source>%1 was stopped a moment ago</source>
        <translation>%1 se detuvo hace un momento</translation>
    </message>
    <message>
        <source>Point %1 at %2 before it starts</source>
        <translation>Dirigir %1 a %2 antes de que arranque</translation>
    </message>
    <message>
        <source>pg_controldata says that %1 is in production.</source>
        <translation>pg_controldata dice que %1 está en producción.</translation>
    </message>
    <message>
        <source>pg_controldata does not say that %1 is in production.</source>
        <translation>pg_controldata no dice que %1 esté en producción.</translation>
    </message>
    <message>
        <source>See that its data directory in the cluster&apos;s settings is the one that it uses.</source>
        <translation>Asegúrese de que su directorio de datos en la configuración del clúster es el que usa.</translation>
    </message>
    <message>
        <source>The end of the primary can be seen</source>
        <translation>El fin del primario se puede ver</translation>
    </message>
    <message>
        <source>The last record is known from its control file; nobody is promoted before it has arrived.</source>
        <translation>El último registro se conoce por su archivo de control; no se promueve a nadie antes de que haya llegado.</translation>
    </message>
    <message>
        <source>Wake the recovery of %1</source>
        <translation>Despertar la recuperación de %1</translation>
    </message>
    <message>
        <source>Drop slots that nobody uses afterwards</source>
        <translation>Eliminar los slots que después nadie usa</translation>
    </message>
    <message>
        <source>The old primary&apos;s slots of nodes that follow the new one. Left in place they keep WAL on it for ever; the Confirm page names each.</source>
        <translation>Los slots, en el antiguo primario, de los nodos que siguen al nuevo. Si se dejan, conservan WAL en él indefinidamente; la página Confirmar nombra cada uno.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Nobody could write (ms)</source>
        <translation>Tiempo sin que nadie pudiera escribir (ms)</translation>
    </message>
    <message>
        <source>of that, until the old primary had stopped (ms)</source>
        <translation>de ello, hasta que se detuvo el antiguo primario (ms)</translation>
    </message>
    <message>
        <source>of that, for the promotion (ms)</source>
        <translation>de ello, para la promoción (ms)</translation>
    </message>
    <message>
        <source>Take its delay away, or choose another standby.</source>
        <translation>Quítele la demora, o elija otro standby.</translation>
    </message>
    <message>
        <source>Each node has a slot of its own there</source>
        <translation>Cada nodo tiene allí un slot propio</translation>
    </message>
    <message>
        <source>A slot that is in use, or logical, or wanted twice would leave a node behind.</source>
        <translation>Un slot que está en uso, es lógico o se pide dos veces dejaría atrás un nodo.</translation>
    </message>
    <message>
        <source>%1 may be stopped, and nobody may be the primary; undo starts %1 as the primary again.</source>
        <translation>%1 puede estar detenido, y puede que nadie sea el primario; deshacer arranca de nuevo %1 como primario.</translation>
    </message>
    <message>
        <source>%1 was shut down in order and lacks nothing; %2 was asked to become the primary. Start %2 if it does not run, and resume. If %2 is gone for good, see that it stays off, remove standby.signal from %3 and start %1: it is the primary again.</source>
        <translation>%1 se apagó en orden y no le falta nada; a %2 se le pidió que pasara a ser el primario. Arranque %2 si no está en marcha, y reanude. Si %2 se ha perdido definitivamente, asegúrese de que sigue apagado, elimine standby.signal de %3 y arranque %1: vuelve a ser el primario.</translation>
    </message>
    <message>
        <source>None is preloaded on either.</source>
        <translation>No hay ninguna precargada en ninguno de los dos.</translation>
    </message>
    <message>
        <source>The same on both: %1.</source>
        <translation>Iguales en ambos: %1.</translation>
    </message>
    <message>
        <source>shared_preload_libraries is &quot;%1&quot; on the primary and &quot;%2&quot; on %3.</source>
        <translation>shared_preload_libraries es &quot;%1&quot; en el primario y &quot;%2&quot; en %3.</translation>
    </message>
    <message>
        <source>Set it alike and restart %1, unless the difference is meant.</source>
        <translation>Póngalo igual y reinicie %1, salvo que la diferencia sea intencionada.</translation>
    </message>
    <message>
        <source>The files of every extension in use are there, in its version.</source>
        <translation>Los archivos de cada extensión en uso están allí, en su versión.</translation>
    </message>
    <message>
        <source>Not installed on the machine of %1: %2.</source>
        <translation>No instaladas en la máquina de %1: %2.</translation>
    </message>
    <message>
        <source>Install the packages of these versions there: their functions would fail.</source>
        <translation>Instale allí los paquetes de estas versiones: sus funciones fallarían.</translation>
    </message>
    <message>
        <source>Texts are sorted on both as when the indexes were made.</source>
        <translation>Los textos se ordenan en ambos como cuando se crearon los índices.</translation>
    </message>
    <message>
        <source>Made with another version of these collations: %1.</source>
        <translation>Creados con otra versión de estas collations: %1.</translation>
    </message>
    <message>
        <source>Indexes on texts may be wrong there: install the same version of the operating system&apos;s collations, or REINDEX and ALTER … REFRESH COLLATION VERSION afterwards.</source>
        <translation>Los índices sobre textos pueden ser incorrectos allí: instale la misma versión de las collations del sistema operativo, o ejecute después REINDEX y ALTER … REFRESH COLLATION VERSION.</translation>
    </message>
    <message>
        <source>pg_hba.conf says the same on both.</source>
        <translation>pg_hba.conf dice lo mismo en ambos.</translation>
    </message>
    <message>
        <source>pg_hba.conf is another on %1.</source>
        <translation>pg_hba.conf es distinto en %1.</translation>
    </message>
    <message>
        <source>See that every application may log in there.</source>
        <translation>Asegúrese de que todas las aplicaciones pueden iniciar sesión allí.</translation>
    </message>
    <message>
        <source>The same libraries are preloaded</source>
        <translation>Están precargadas las mismas bibliotecas</translation>
    </message>
    <message>
        <source>What a library does on the primary, it must do on the new one.</source>
        <translation>Lo que una biblioteca hace en el primario, lo debe hacer en el nuevo.</translation>
    </message>
    <message>
        <source>Extensions are installed on the candidate</source>
        <translation>Las extensiones están instaladas en el candidato</translation>
    </message>
    <message>
        <source>Replication brings what the catalogue says of an extension, not its files.</source>
        <translation>La replicación lleva lo que el catálogo dice de una extensión, no sus archivos.</translation>
    </message>
    <message>
        <source>Texts are sorted alike</source>
        <translation>Los textos se ordenan igual</translation>
    </message>
    <message>
        <source>An index that was made with another order of letters does not find what is there.</source>
        <translation>Un índice creado con otro orden de letras no encuentra lo que hay.</translation>
    </message>
    <message>
        <source>Applications may log in on the candidate</source>
        <translation>Las aplicaciones pueden iniciar sesión en el candidato</translation>
    </message>
    <message>
        <source>pg_hba.conf is a file of each node; replication does not bring it.</source>
        <translation>pg_hba.conf es un archivo de cada nodo; la replicación no lo lleva.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>See %1 take writes</source>
        <translation>Ver que %1 admite escrituras</translation>
    </message>
    <message>
        <source>Bring %1 back as a standby and let all follow %2</source>
        <translation>Recuperar %1 como standby y hacer que todos sigan a %2</translation>
    </message>
    <message>
        <source>Point all of them at %1 at the same time</source>
        <translation>Dirigir todos ellos a %1 al mismo tiempo</translation>
    </message>
    <message>
        <source>%1 is the primary and takes writes; not every other node follows it yet. Mend or start the one that does not, and resume.</source>
        <translation>%1 es el primario y admite escrituras; no todos los demás nodos lo siguen aún. Corrija o arranque el que no lo sigue, y reanude.</translation>
    </message>
    <message>
        <source>The last try of %1 to archive failed.</source>
        <translation>El último intento de archivar de %1 falló.</translation>
    </message>
    <message>
        <source>Mend it first: the server log of %1 says why. WAL would pile up there, and recovery end at the change.</source>
        <translation>Corríjalo primero: el log del servidor de %1 dice por qué. El WAL se acumularía allí, y la recuperación terminaría en el cambio.</translation>
    </message>
    <message>
        <source>Fill the WAL segment that %1 will close when it stops</source>
        <translation>Llenar el segmento de WAL que %1 cerrará al detenerse</translation>
    </message>
    <message>
        <source>Run a checkpoint behind it on %1</source>
        <translation>Ejecutar un checkpoint tras él en %1</translation>
    </message>
    <message>
        <source>Wait until %1 has replayed it</source>
        <translation>Esperar hasta que %1 lo haya reproducido</translation>
    </message>
    <message>
        <source>%1 has replayed the last checkpoint</source>
        <translation>%1 ha reproducido el último checkpoint</translation>
    </message>
    <message>
        <source>Run another restartpoint on %1</source>
        <translation>Ejecutar otro restartpoint en %1</translation>
    </message>
</context>
<context>
    <name>howdah::Synchronous</name>
    <message>
        <source>At least one standby must be waited for; choose &quot;Nobody&quot; for none.</source>
        <translation>Se debe esperar al menos a un standby; elija &quot;Nadie&quot; para no esperar a ninguno.</translation>
    </message>
    <message>
        <source>More than are named.</source>
        <translation>Más de los que se nombran.</translation>
    </message>
    <message>
        <source>Name the standbys with commas between them, or * for all. A name with other characters than letters, digits and _ goes in double quotes.</source>
        <translation>Nombre los standbys separados por comas, o * para todos. Un nombre con caracteres que no sean letras, cifras y _ va entre comillas dobles.</translation>
    </message>
    <message>
        <source>Commits on %1 wait for: %2.</source>
        <translation>Los commits en %1 esperan a: %2.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>Commits will wait for nobody.</source>
        <translation>Los commits no esperarán a nadie.</translation>
    </message>
    <message>
        <source>%1 of those named stream from the primary, %2 are needed. Streaming: %3.</source>
        <translation>De los nombrados, replican desde el primario: %1; se necesitan: %2. En streaming: %3.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Every commit would hang. Name standbys that stream, by the application_name that is shown here, or wait for fewer.</source>
        <translation>Todos los commits quedarían bloqueados. Nombre standbys que repliquen en streaming, por el application_name que se muestra aquí, o espere a menos.</translation>
    </message>
    <message>
        <source>None is to spare: when one of them goes away, commits hang until it is back or taken out. Name one more if there is one.</source>
        <translation>No sobra ninguno: cuando uno de ellos desaparece, los commits quedan bloqueados hasta que vuelva o se quite. Nombre uno más si lo hay.</translation>
    </message>
    <message>
        <source>Every name stands for a standby that streams.</source>
        <translation>Cada nombre corresponde a un standby que replica en streaming.</translation>
    </message>
    <message>
        <source>No standby streams under these names: %1.</source>
        <translation>Ningún standby replica en streaming con estos nombres: %1.</translation>
    </message>
    <message>
        <source>See that they are written as the standbys call themselves: application_name in their primary_conninfo.</source>
        <translation>Asegúrese de que están escritos como se hacen llamar los standbys: application_name en su primary_conninfo.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>None is more than %1 behind.</source>
        <translation>Ninguno lleva más de %1 de retraso.</translation>
    </message>
    <message>
        <source>Behind: %1.</source>
        <translation>Con retraso: %1.</translation>
    </message>
    <message>
        <source>Commits may wait until these have caught up; let them do so first.</source>
        <translation>Los commits pueden tener que esperar hasta que estos se hayan puesto al día; deje antes que lo hagan.</translation>
    </message>
    <message>
        <source>synchronous_commit is &quot;%1&quot;.</source>
        <translation>synchronous_commit es &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>With it commits wait for no standby, whatever is named. Set it to &quot;on&quot;, or in the sessions that are to wait.</source>
        <translation>Con ese valor los commits no esperan a ningún standby, se nombre lo que se nombre. Póngalo en &quot;on&quot;, o hágalo en las sesiones que han de esperar.</translation>
    </message>
    <message>
        <source>These apply changes late, or not at all: %1.</source>
        <translation>Estos aplican los cambios con demora, o no los aplican: %1.</translation>
    </message>
    <message>
        <source>Every commit would wait for them to apply it. Resume their replay and take their delay away, or name others.</source>
        <translation>Cada commit esperaría a que lo aplicaran. Reanude su reproducción y quíteles la demora, o nombre otros.</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>Cuáles de ellos</translation>
    </message>
    <message>
        <source>Any of those named may confirm a commit, or the first in their order.</source>
        <translation>Puede confirmar un commit cualquiera de los nombrados, o los primeros según su orden.</translation>
    </message>
    <message>
        <source>Any of those named</source>
        <translation>Cualquiera de los nombrados</translation>
    </message>
    <message>
        <source>The first of those named</source>
        <translation>Los primeros de los nombrados</translation>
    </message>
    <message>
        <source>Nobody: commits do not wait</source>
        <translation>Nadie: los commits no esperan</translation>
    </message>
    <message>
        <source>Standbys</source>
        <translation>Standbys</translation>
    </message>
    <message>
        <source>The names under which they stream (application_name), with commas between them; * for all.</source>
        <translation>Los nombres con los que replican en streaming (application_name), separados por comas; * para todos.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántos</translation>
    </message>
    <message>
        <source>A commit waits until so many of them have it on disk.</source>
        <translation>Un commit espera hasta que este número de ellos lo tenga en disco.</translation>
    </message>
    <message>
        <source>Commits on %1 return before any standby has them: a failover can lose the last of them.</source>
        <translation>Los commits en %1 vuelven antes de que los tenga ningún standby: un failover puede perder los últimos.</translation>
    </message>
    <message>
        <source>Every commit on %1 waits until it is on disk at %2 of: %3.</source>
        <translation>Cada commit en %1 espera hasta estar en disco en %2 de: %3.</translation>
    </message>
    <message>
        <source>When fewer of them stream, commits hang until they are back or taken out.</source>
        <translation>Cuando son menos los que replican en streaming, los commits quedan bloqueados hasta que vuelvan o se quiten.</translation>
    </message>
    <message>
        <source>Synchronous replication</source>
        <translation>Replicación síncrona</translation>
    </message>
    <message>
        <source>Says which standbys must have a commit before it returns, and how many of them.</source>
        <translation>Indica qué standbys deben tener un commit antes de que vuelva, y cuántos de ellos.</translation>
    </message>
    <message>
        <source>There is something to change</source>
        <translation>Hay algo que cambiar</translation>
    </message>
    <message>
        <source>What is so already needs no change.</source>
        <translation>Lo que ya está así no necesita ningún cambio.</translation>
    </message>
    <message>
        <source>Commits will not hang</source>
        <translation>Los commits no quedarán bloqueados</translation>
    </message>
    <message>
        <source>A primary waits for its synchronous standbys for ever.</source>
        <translation>Un primario espera indefinidamente a sus standbys síncronos.</translation>
    </message>
    <message>
        <source>The names are those of standbys</source>
        <translation>Los nombres son los de standbys</translation>
    </message>
    <message>
        <source>A name that nobody bears is waited for in vain.</source>
        <translation>Un nombre que nadie lleva se espera en vano.</translation>
    </message>
    <message>
        <source>They are close behind</source>
        <translation>Van muy cerca</translation>
    </message>
    <message>
        <source>A commit waits until all before it has arrived too.</source>
        <translation>Un commit espera también a que haya llegado todo lo anterior a él.</translation>
    </message>
    <message>
        <source>What a commit waits for</source>
        <translation>Lo que espera un commit</translation>
    </message>
    <message>
        <source>synchronous_commit says whether it waits at all, and for how much.</source>
        <translation>synchronous_commit indica si espera, y hasta qué punto.</translation>
    </message>
    <message>
        <source>No primary answers, or several do.</source>
        <translation>Ningún primario responde, o responden varios.</translation>
    </message>
    <message>
        <source>A standby that is promoted goes by its own synchronous_standby_names: look at it after %1 has handed its role over.</source>
        <translation>Un standby que se promueve se rige por su propio synchronous_standby_names: mírelo después de que %1 haya entregado su rol.</translation>
    </message>
    <message>
        <source>See that there is one: only a primary waits for synchronous standbys.</source>
        <translation>Asegúrese de que hay uno: solo un primario espera a standbys síncronos.</translation>
    </message>
    <message>
        <source>No node answers as the only primary.</source>
        <translation>Ningún nodo responde como único primario.</translation>
    </message>
    <message>
        <source>See that there is exactly one.</source>
        <translation>Asegúrese de que hay exactamente uno.</translation>
    </message>
    <message>
        <source>%1 answers as the primary.</source>
        <translation>%1 responde como el primario.</translation>
    </message>
    <message>
        <source>no commit on %1 from before the change still waits</source>
        <translation>ningún commit en %1 anterior al cambio sigue esperando</translation>
    </message>
    <message>
        <source>%1 counts no standby as synchronous</source>
        <translation>%1 no cuenta ningún standby como síncrono</translation>
    </message>
    <message>
        <source>%1 counts %2 or more standbys as synchronous</source>
        <translation>%1 cuenta %2 o más standbys como síncronos</translation>
    </message>
    <message>
        <source>There is one primary</source>
        <translation>Hay un primario</translation>
    </message>
    <message>
        <source>Only a primary waits for synchronous standbys.</source>
        <translation>Solo un primario espera a standbys síncronos.</translation>
    </message>
    <message>
        <source>Change what commits wait for to %1</source>
        <translation>Cambiar a quién esperan los commits: %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
</context>
<context>
    <name>howdah::SystemUser</name>
    <message>
        <source>There is no user &quot;%1&quot; on this machine.</source>
        <translation>No hay ningún usuario &quot;%1&quot; en esta máquina.</translation>
    </message>
</context>
<context>
    <name>howdah::TableShape</name>
    <message>
        <source>%1 has the column “%2” on one side only.</source>
        <translation>%1 tiene la columna “%2” en un solo lado.</translation>
    </message>
    <message>
        <source>%1 has the column “%2” here and “%3” there.</source>
        <translation>%1 tiene la columna “%2” aquí y “%3” allí.</translation>
    </message>
    <message>
        <source>%1 has another primary key here than there.</source>
        <translation>%1 tiene aquí otra clave primaria que allí.</translation>
    </message>
</context>
<context>
    <name>howdah::TakePlace</name>
    <message>
        <source>%1 is stopped; its sessions are ended. The recovered copy answers at its address from then on.</source>
        <translation>%1 se detiene; sus sesiones terminan. Desde entonces responde en su dirección la copia recuperada.</translation>
    </message>
    <message>
        <source>What was committed on %1 after the copy&apos;s point in time is not in the copy. The old data directory is kept: %2.</source>
        <translation>Lo confirmado en %1 después del punto en el tiempo de la copia no está en la copia. El antiguo directorio de datos se conserva: %2.</translation>
    </message>
    <message>
        <source>The cluster goes on with timeline %1.</source>
        <translation>El clúster continúa con el timeline %1.</translation>
    </message>
    <message>
        <source>These have more than the copy and cannot follow it; they have to be rejoined: %1.</source>
        <translation>Estos tienen más que la copia y no pueden seguirla; habrá que reincorporarlos: %1.</translation>
    </message>
    <message>
        <source>Take a base backup now: what happens on the new timeline can be recovered after its end only (howdahctl backup %1).</source>
        <translation>Haga ahora una copia base: lo que ocurra en el nuevo timeline solo se puede recuperar después de que esta termine (howdahctl backup %1).</translation>
    </message>
    <message>
        <source>When nothing of the old data is needed any more, remove %1 and %2.</source>
        <translation>Cuando ya no se necesite nada de los datos antiguos, elimine %1 y %2.</translation>
    </message>
    <message>
        <source>In the place of</source>
        <translation>En el lugar de</translation>
    </message>
    <message>
        <source>The primary whose place the copy takes; the copy must lie on its host.</source>
        <translation>El primario cuyo lugar toma la copia; la copia debe estar en su host.</translation>
    </message>
    <message>
        <source>Let a recovered copy take the primary&apos;s place</source>
        <translation>Hacer que una copia recuperada tome el lugar del primario</translation>
    </message>
    <message>
        <source>Stops the primary and puts a copy that was recovered to a point in time where it was; the old data directory is kept.</source>
        <translation>Detiene el primario y pone donde estaba una copia recuperada hasta un punto en el tiempo; el antiguo directorio de datos se conserva.</translation>
    </message>
    <message>
        <source>The copy in %1 can take the place of %2.</source>
        <translation>La copia en %1 puede tomar el lugar de %2.</translation>
    </message>
    <message>
        <source>New primary</source>
        <translation>Nuevo primario</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>The old data lies in</source>
        <translation>Los datos antiguos están en</translation>
    </message>
    <message>
        <source>%1 answers as the primary, not %2.</source>
        <translation>%1 responde como el primario, no %2.</translation>
    </message>
    <message>
        <source>Name the primary: two must never run.</source>
        <translation>Indique el primario: nunca debe haber dos en marcha.</translation>
    </message>
    <message>
        <source>%1 is a standby.</source>
        <translation>%1 es un standby.</translation>
    </message>
    <message>
        <source>Name the primary.</source>
        <translation>Indique el primario.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 no responde.</translation>
    </message>
    <message>
        <source>Its server is made sure to be stopped before the copy starts.</source>
        <translation>Antes de arrancar la copia se garantiza que su servidor esté detenido.</translation>
    </message>
    <message>
        <source>%1 is the primary; sessions on it: %2.</source>
        <translation>%1 es el primario; sesiones en él: %2.</translation>
    </message>
    <message>
        <source>They are ended: choose a quiet moment.</source>
        <translation>Se terminan: elija un momento tranquilo.</translation>
    </message>
    <message>
        <source>%1 is the main process of a container: while it is stopped its files cannot be moved there.</source>
        <translation>%1 es el proceso principal de un contenedor: mientras está detenido, no se pueden mover allí sus archivos.</translation>
    </message>
    <message>
        <source>Make a container from the copy by hand.</source>
        <translation>Haga a mano un contenedor a partir de la copia.</translation>
    </message>
    <message>
        <source>%1 may not write to %2, where its data directory would be renamed.</source>
        <translation>%1 no puede escribir en %2, donde se renombraría su directorio de datos.</translation>
    </message>
    <message>
        <source>Let it, or move both directories to one where it may.</source>
        <translation>Permítaselo, o mueva ambos directorios a uno donde pueda.</translation>
    </message>
    <message>
        <source>%1 is renamed to %2, and the copy to %1.</source>
        <translation>%1 se renombra a %2, y la copia a %1.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>No hay ninguno.</translation>
    </message>
    <message>
        <source>The copy is on timeline %1.</source>
        <translation>La copia está en el timeline %1.</translation>
    </message>
    <message>
        <source>The cluster has come to timeline %1 since it was recovered.</source>
        <translation>El clúster ha llegado al timeline %1 desde que se recuperó la copia.</translation>
    </message>
    <message>
        <source>Recover once more: the copy then takes a number that is free.</source>
        <translation>Recupere una vez más: la copia toma entonces un número libre.</translation>
    </message>
    <message>
        <source>Commits wait for no standby.</source>
        <translation>Los commits no esperan a ningún standby.</translation>
    </message>
    <message>
        <source>Commits wait for %1, and no standby can follow the copy.</source>
        <translation>Los commits esperan a %1, y ningún standby puede seguir a la copia.</translation>
    </message>
    <message>
        <source>Take synchronous replication off first (remove-synchronous); every commit would hang.</source>
        <translation>Quite antes la replicación síncrona (remove-synchronous); todos los commits quedarían bloqueados.</translation>
    </message>
    <message>
        <source>There are no standbys.</source>
        <translation>No hay ningún standby.</translation>
    </message>
    <message>
        <source>%1 cannot follow: they have WAL that the copy never had.</source>
        <translation>No pueden seguirla: %1. Tienen WAL que la copia nunca tuvo.</translation>
    </message>
    <message>
        <source>Clone each of them again afterwards (rejoin); until then they show the old data.</source>
        <translation>Clone de nuevo cada uno de ellos después (rejoin); hasta entonces muestran los datos antiguos.</translation>
    </message>
    <message>
        <source>The primary, and no other</source>
        <translation>El primario, y ningún otro</translation>
    </message>
    <message>
        <source>Two primaries of one system would part: this one is stopped before the copy starts.</source>
        <translation>Dos primarios de un mismo sistema divergirían: este se detiene antes de que arranque la copia.</translation>
    </message>
    <message>
        <source>The directories can change places</source>
        <translation>Los directorios pueden intercambiar su lugar</translation>
    </message>
    <message>
        <source>The copy is started where the primary was, with its port and its configuration.</source>
        <translation>La copia se arranca donde estaba el primario, con su puerto y su configuración.</translation>
    </message>
    <message>
        <source>They lie outside the data directory.</source>
        <translation>Están fuera del directorio de datos.</translation>
    </message>
    <message>
        <source>The copy&apos;s timeline is its own</source>
        <translation>El timeline de la copia es solo suyo</translation>
    </message>
    <message>
        <source>Two histories under one number would mix in the archive.</source>
        <translation>Dos historias con un mismo número se mezclarían en el archivo de WAL.</translation>
    </message>
    <message>
        <source>Commits can go on</source>
        <translation>Los commits pueden continuar</translation>
    </message>
    <message>
        <source>No standby follows the copy at first.</source>
        <translation>Al principio ningún standby sigue a la copia.</translation>
    </message>
    <message>
        <source>The standbys</source>
        <translation>Los standbys</translation>
    </message>
    <message>
        <source>They are ahead of the copy&apos;s point in time.</source>
        <translation>Van por delante del punto en el tiempo de la copia.</translation>
    </message>
    <message>
        <source>Prepare the copy</source>
        <translation>Preparar la copia</translation>
    </message>
    <message>
        <source>Put what the copy has in memory on disk, so that it stops quickly</source>
        <translation>Poner en disco lo que la copia tiene en memoria, para que se detenga rápido</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>Keep the configuration of the copy there</source>
        <translation>Conservar allí la configuración de la copia</translation>
    </message>
    <message>
        <source>Mark the copy with this operation&apos;s name</source>
        <translation>Marcar la copia con el nombre de esta operación</translation>
    </message>
    <message>
        <source>Take the mark off the copy</source>
        <translation>Quitar la marca de la copia</translation>
    </message>
    <message>
        <source>the copy&apos;s configuration is kept</source>
        <translation>la configuración de la copia está conservada</translation>
    </message>
    <message>
        <source>the copy is marked</source>
        <translation>la copia está marcada</translation>
    </message>
    <message>
        <source>Stop the copy</source>
        <translation>Detener la copia</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Detener %1</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 no responde</translation>
    </message>
    <message>
        <source>Move the old data of %1 aside</source>
        <translation>Apartar los datos antiguos de %1</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>Mover %1 a %2</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 existe</translation>
    </message>
    <message>
        <source>Move %1 back to %2</source>
        <translation>Mover %1 de vuelta a %2</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 no existe</translation>
    </message>
    <message>
        <source>the old data lies in %1</source>
        <translation>los datos antiguos están en %1</translation>
    </message>
    <message>
        <source>Put the copy in the place of %1</source>
        <translation>Poner la copia en el lugar de %1</translation>
    </message>
    <message>
        <source>Move the copy back to %1</source>
        <translation>Mover la copia de vuelta a %1</translation>
    </message>
    <message>
        <source>the copy lies in %1</source>
        <translation>la copia está en %1</translation>
    </message>
    <message>
        <source>Note the new timeline&apos;s history for the archiver</source>
        <translation>Anotar la historia del nuevo timeline para el archivador</translation>
    </message>
    <message>
        <source>Give the copy the configuration of %1</source>
        <translation>Dar a la copia la configuración de %1</translation>
    </message>
    <message>
        <source>Copy it from %1</source>
        <translation>Copiarla desde %1</translation>
    </message>
    <message>
        <source>Remove the copy&apos;s own access rules</source>
        <translation>Eliminar las reglas de acceso propias de la copia</translation>
    </message>
    <message>
        <source>Give the copy its own configuration back</source>
        <translation>Devolver a la copia su propia configuración</translation>
    </message>
    <message>
        <source>the copy is not there</source>
        <translation>la copia no existe</translation>
    </message>
    <message>
        <source>Give the copy its own access rules back</source>
        <translation>Devolver a la copia sus propias reglas de acceso</translation>
    </message>
    <message>
        <source>the copy&apos;s own access rules are gone</source>
        <translation>las reglas de acceso propias de la copia ya no existen</translation>
    </message>
    <message>
        <source>Start the copy as %1</source>
        <translation>Arrancar la copia como %1</translation>
    </message>
    <message>
        <source>%1 answers as the primary, on timeline %2</source>
        <translation>%1 responde como el primario, en el timeline %2</translation>
    </message>
    <message>
        <source>The copy lies in the place of %1 and was told to start; the old data lies in %2. Look at the server&apos;s log, mend what it says, and resume.</source>
        <translation>La copia está en el lugar de %1 y se le ordenó arrancar; los datos antiguos están en %2. Mire el log del servidor, corrija lo que indique y reanude.</translation>
    </message>
    <message>
        <source>See to what is left</source>
        <translation>Ocuparse de lo que queda</translation>
    </message>
    <message>
        <source>Take this operation&apos;s mark off</source>
        <translation>Quitar la marca de esta operación</translation>
    </message>
    <message>
        <source>Note the new primary</source>
        <translation>Anotar el nuevo primario</translation>
    </message>
    <message>
        <source>Note its timeline</source>
        <translation>Anotar su timeline</translation>
    </message>
    <message>
        <source>Note where the old data lies</source>
        <translation>Anotar dónde están los datos antiguos</translation>
    </message>
    <message>
        <source>%1 is the primary and takes writes. Resume.</source>
        <translation>%1 es el primario y admite escrituras. Reanude.</translation>
    </message>
    <message>
        <source>Let %1 come back; what only it has is saved first: howdahctl rejoin %2 --node %1</source>
        <translation>Haga volver a %1; lo que solo tiene este nodo se guarda antes: howdahctl rejoin %2 --node %1</translation>
    </message>
    <message>
        <source>When nothing of the old data is needed any more, remove %1. %2 holds the tablespaces now.</source>
        <translation>Cuando ya no se necesite nada de los datos antiguos, elimine %1. Ahora los tablespaces están en %2.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>A file system of its own is mounted at %1, so it cannot be renamed.</source>
        <translation>Hay un sistema de archivos propio montado en %1, así que no se le puede cambiar el nombre.</translation>
    </message>
    <message>
        <source>Keep the data in a directory below the mount point; or mount the copy there by hand.</source>
        <translation>Ponga los datos en un directorio por debajo del punto de montaje, o monte allí la copia a mano.</translation>
    </message>
    <message>
        <source>The copy lies on another file system: %1 are copied first; %2 are free there.</source>
        <translation>La copia está en otro sistema de archivos: primero se copian %1; allí hay %2 libres.</translation>
    </message>
    <message>
        <source>Make room there, or recover into a directory of that file system.</source>
        <translation>Libere espacio allí, o recupere en un directorio de ese sistema de archivos.</translation>
    </message>
    <message>
        <source>The copy&apos;s tablespaces (%1) lie in %2/tablespaces, and stay there.</source>
        <translation>Los tablespaces de la copia (%1) están en %2/tablespaces, y se quedan allí.</translation>
    </message>
    <message>
        <source>Do not remove that directory; the old data keeps its own.</source>
        <translation>No elimine ese directorio; los datos antiguos conservan los suyos.</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>Copy it to the primary&apos;s file system</source>
        <translation>Copiarla al sistema de archivos del primario</translation>
    </message>
    <message>
        <source>Copy %1 there</source>
        <translation>Copiar %1 allí</translation>
    </message>
    <message>
        <source>Compare all of its files</source>
        <translation>Comparar todos sus archivos</translation>
    </message>
    <message>
        <source>Put them on disk</source>
        <translation>Llevarlos al disco</translation>
    </message>
    <message>
        <source>Take it off the copy that was copied</source>
        <translation>Quitarla de la copia que se copió</translation>
    </message>
</context>
<context>
    <name>howdah::Theme</name>
    <message>
        <source>Healthy</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Crítico</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
</context>
<context>
    <name>howdah::TimeMachine</name>
    <message>
        <source>No node of %1 answers: which WAL is wanted and what its tables are called, only a server can tell.</source>
        <translation>Ningún nodo de %1 responde: qué WAL se busca y cómo se llaman sus tablas, solo lo puede decir un servidor.</translation>
    </message>
    <message>
        <source>Start one of its nodes.</source>
        <translation>Arranque uno de sus nodos.</translation>
    </message>
    <message>
        <source>Howdah has no access to the host of %1, where its WAL lies.</source>
        <translation>Howdah no tiene acceso al host de %1, donde está su WAL.</translation>
    </message>
    <message>
        <source>Name the host: “howdahctl cluster host”, or “Host…” in the node&apos;s menu.</source>
        <translation>Indique el host: “howdahctl cluster host”, o “Host…” en el menú del nodo.</translation>
    </message>
    <message>
        <source>The archive is kept by %1, whose files are not read here: only what still lies in pg_wal is.</source>
        <translation>El archivado lo gestiona %1, cuyos archivos no se leen aquí: solo se lee lo que aún está en pg_wal.</translation>
    </message>
    <message>
        <source>Where the archive lies cannot be told from archive_command: only what still lies in pg_wal is read.</source>
        <translation>De archive_command no se puede deducir dónde está el archivo de WAL: solo se lee lo que aún está en pg_wal.</translation>
    </message>
    <message>
        <source>The archive %1 cannot be read on %2 as %3: %4</source>
        <translation>El archivo de WAL %1 no se puede leer en %2 como %3: %4</translation>
    </message>
    <message>
        <source>WAL is not archived: without it a backup reaches its own end only.</source>
        <translation>El WAL no se archiva: sin él, una copia de seguridad solo llega hasta su propio fin.</translation>
    </message>
    <message>
        <source>Switch archiving on: what happens after the next backup can be recovered then.</source>
        <translation>Active el archivado: entonces se podrá recuperar lo que ocurra después de la próxima copia de seguridad.</translation>
    </message>
    <message>
        <source>It is not archived yet: it lies in the segment that is being written.</source>
        <translation>Aún no está archivado: está en el segmento que se está escribiendo.</translation>
    </message>
    <message>
        <source>It will be with the end of the segment; pg_switch_wal() ends it now.</source>
        <translation>Lo estará al terminar el segmento; pg_switch_wal() lo termina ahora.</translation>
    </message>
</context>
<context>
    <name>howdah::TimeMachinePage</name>
    <message>
        <source>Transactions</source>
        <translation>Transacciones</translation>
    </message>
    <message>
        <source>Recover to just before…</source>
        <translation>Recuperar hasta justo antes…</translation>
    </message>
    <message>
        <source>Recover to just after…</source>
        <translation>Recuperar hasta justo después…</translation>
    </message>
    <message>
        <source>Reading the WAL</source>
        <translation>Leyendo el WAL</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Volver a leer</translation>
    </message>
    <message>
        <source>Segment %1 of %2</source>
        <translation>Segmento %1 de %2</translation>
    </message>
    <message>
        <source>Looking for WAL</source>
        <translation>Buscando WAL</translation>
    </message>
    <message>
        <source>Reading the WAL …</source>
        <translation>Leyendo el WAL …</translation>
    </message>
    <message>
        <source>No transaction matches</source>
        <translation>Ninguna transacción coincide</translation>
    </message>
    <message>
        <source>No transaction in this time</source>
        <translation>Ninguna transacción en este tiempo</translation>
    </message>
    <message>
        <source>Look further back, or for less. Everything that was committed and is still in the archive, or in pg_wal, is listed here.</source>
        <translation>Mire más atrás, o busque menos. Aquí aparece todo lo confirmado que aún está en el archivo de WAL o en pg_wal.</translation>
    </message>
    <message>
        <source>Transaction %1: %2</source>
        <translation>Transacción %1: %2</translation>
    </message>
    <message>
        <source>A copy is recovered beside the live server, from the backup %1 of %2.</source>
        <translation>Se recupera una copia junto al servidor en servicio, desde la copia base %1 del %2.</translation>
    </message>
    <message>
        <source>The newest of %1</source>
        <translation>Las más recientes de %1</translation>
    </message>
    <message>
        <source>%1 transactions match, %2 were read. The table holds the newest %3 at most; the axis shows all.</source>
        <translation>Transacciones que coinciden: %1; leídas: %2. La tabla contiene como mucho las %3 más recientes; el eje las muestra todas.</translation>
    </message>
    <message>
        <source>The end of timeline %1, where another one went on</source>
        <translation>El final del timeline %1, donde continuó otro</translation>
    </message>
    <message>
        <source>Restore point “%1”, at %2</source>
        <translation>Punto de restauración “%1”, en %2</translation>
    </message>
    <message>
        <source>Choose a transaction in the table, or a mark on the axis.</source>
        <translation>Elija una transacción en la tabla, o una marca en el eje.</translation>
    </message>
    <message>
        <source>Recover to it…</source>
        <translation>Recuperar hasta ahí…</translation>
    </message>
    <message>
        <source>Bring rows back…</source>
        <translation>Recuperar filas…</translation>
    </message>
    <message>
        <source>Compare tables of a recovered copy with the live server</source>
        <translation>Comparar tablas de una copia recuperada con el servidor activo</translation>
    </message>
</context>
<context>
    <name>howdah::Topology</name>
    <message>
        <source>Was %1</source>
        <translation>Era %1</translation>
    </message>
    <message>
        <source>%1 behind %2</source>
        <translation>%1 detrás de %2</translation>
    </message>
    <message>
        <source>timeline %1</source>
        <translation>timeline %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>streams from %1</source>
        <translation>replica desde %1</translation>
    </message>
    <message>
        <source>%1/s of WAL</source>
        <translation>%1/s de WAL</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>Sin vigilancia</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>sin permiso</translation>
    </message>
</context>
<context>
    <name>howdah::TopologyView</name>
    <message>
        <source>Topology</source>
        <translation>Topología</translation>
    </message>
    <message>
        <source>Topology: %1</source>
        <translation>Topología: %1</translation>
    </message>
</context>
<context>
    <name>howdah::Tour</name>
    <message>
        <source>Howdah: a guided tour on a real cluster</source>
        <translation>Howdah: una visita guiada en un clúster real</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Name one that you may write to.</source>
        <translation>No se puede crear la carpeta %1. Indique una en la que pueda escribir.</translation>
    </message>
    <message>
        <source>The tour took %1. Report: %2</source>
        <translation>La visita duró %1. Informe: %2</translation>
    </message>
    <message>
        <source>Making a real cluster: a primary and two standbys …</source>
        <translation>Creando un clúster real: un primario y dos standbys …</translation>
    </message>
    <message>
        <source>A primary and two standbys</source>
        <translation>Un primario y dos standbys</translation>
    </message>
    <message>
        <source>A real cluster was made from this machine&apos;s PostgreSQL, with a gentle writing load. The window shows who streams from whom and how far each standby is behind.</source>
        <translation>Se creó un clúster real con el PostgreSQL de esta máquina y una carga de escritura ligera. La ventana muestra quién replica desde quién y cuánto retraso lleva cada standby.</translation>
    </message>
    <message>
        <source>both standbys stream</source>
        <translation>ambos standbys replican en streaming</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>System identifier</source>
        <translation>Identificador de sistema</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>Howdah</source>
        <translation>Howdah</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Made and streaming after</source>
        <translation>Creado y en streaming tras</translation>
    </message>
    <message>
        <source>the chart has a history</source>
        <translation>el gráfico tiene historial</translation>
    </message>
    <message>
        <source>The cluster at a glance</source>
        <translation>El clúster de un vistazo</translation>
    </message>
    <message>
        <source>Replay is paused: lag rises, and falls again</source>
        <translation>La reproducción está en pausa: el retraso sube, y vuelve a bajar</translation>
    </message>
    <message>
        <source>Replay is paused on n3 while the primary writes. The standby still streams, so its state alone looks healthy; the bytes that wait say what is true. Then replay goes on.</source>
        <translation>La reproducción está en pausa en n3 mientras el primario escribe. El standby sigue en streaming, así que su estado por sí solo parece sano; los bytes que esperan dicen la verdad. Después la reproducción continúa.</translation>
    </message>
    <message>
        <source>n3 falls behind</source>
        <translation>n3 se retrasa</translation>
    </message>
    <message>
        <source>n3 behind while paused</source>
        <translation>Retraso de n3 durante la pausa</translation>
    </message>
    <message>
        <source>Replay is paused on n3</source>
        <translation>La reproducción está en pausa en n3</translation>
    </message>
    <message>
        <source>n3 catches up</source>
        <translation>n3 se pone al día</translation>
    </message>
    <message>
        <source>n3 behind afterwards</source>
        <translation>Retraso de n3 después</translation>
    </message>
    <message>
        <source>The same standby has caught up; the peak stays on the chart</source>
        <translation>El mismo standby se ha puesto al día; el pico queda en el gráfico</translation>
    </message>
    <message>
        <source>A third standby</source>
        <translation>Un tercer standby</translation>
    </message>
    <message>
        <source>The wizard clones n4: its checks look at the real servers and disks, its plan shows every command before it runs, and it is done only when the new standby has been seen streaming.</source>
        <translation>El asistente clona n4: sus comprobaciones miran los servidores y discos reales, su plan muestra cada orden antes de ejecutarla, y solo termina cuando se ha visto al nuevo standby replicar en streaming.</translation>
    </message>
    <message>
        <source>From the first page to streaming</source>
        <translation>De la primera página al streaming</translation>
    </message>
    <message>
        <source>the new standby is on the picture</source>
        <translation>el nuevo standby está en la imagen</translation>
    </message>
    <message>
        <source>Three standbys</source>
        <translation>Tres standbys</translation>
    </message>
    <message>
        <source>The primary is gone</source>
        <translation>El primario ha caído</translation>
    </message>
    <message>
        <source>Every process of the primary is killed. Howdah says what it knows and how old that is; the standbys&apos; lag becomes unknown, not zero.</source>
        <translation>Se mata cada proceso del primario. Howdah dice lo que sabe y qué antigüedad tiene; el retraso de los standbys pasa a ser desconocido, no cero.</translation>
    </message>
    <message>
        <source>the loss is noticed</source>
        <translation>se advierte la pérdida</translation>
    </message>
    <message>
        <source>The primary does not answer</source>
        <translation>El primario no responde</translation>
    </message>
    <message>
        <source>Failover</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>The standby that received most becomes the primary, after the old one has been fenced and barred from coming back as a second primary; the other standbys follow.</source>
        <translation>El standby que más recibió pasa a ser el primario, después de que el antiguo se haya aislado y se le haya impedido volver como segundo primario; los demás standbys lo siguen.</translation>
    </message>
    <message>
        <source>a new primary leads all others</source>
        <translation>un nuevo primario dirige a todos los demás</translation>
    </message>
    <message>
        <source>New primary</source>
        <translation>Nuevo primario</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>A new primary, on a new timeline</source>
        <translation>Un nuevo primario, en un timeline nuevo</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Every operation is in the journal: its steps, times, commands and outcome.</source>
        <translation>Cada operación está en el diario: sus pasos, tiempos, órdenes y desenlace.</translation>
    </message>
    <message>
        <source>the journal is read</source>
        <translation>se ha leído el diario</translation>
    </message>
    <message>
        <source>The history of operations</source>
        <translation>El historial de operaciones</translation>
    </message>
    <message>
        <source>Replication in figures</source>
        <translation>La replicación en cifras</translation>
    </message>
    <message>
        <source>The same in the dark theme</source>
        <translation>Lo mismo con el tema oscuro</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2</source>
        <translation>No se pudo escribir el informe en %1: %2</translation>
    </message>
    <message>
        <source>the wizard&apos;s page “%1” is complete</source>
        <translation>la página “%1” del asistente está completa</translation>
    </message>
    <message>
        <source>Here it did not go on</source>
        <translation>Aquí no continuó</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Waited %1 in vain: %2.</source>
        <translation>Se esperó %1 en vano: %2.</translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>No se pudo escribir la imagen %1.</translation>
    </message>
</context>
<context>
    <name>howdah::TransactionList</name>
    <message>
        <source>%1 inserted</source>
        <translation>insertadas: %1</translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation>actualizadas: %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>borradas: %1</translation>
    </message>
    <message>
        <source>dropped, truncated or rewritten</source>
        <translation>eliminada, truncada o reescrita</translation>
    </message>
    <message>
        <source>Committed transactions from %1 to %2: %3.</source>
        <translation>Transacciones confirmadas de %1 a %2: %3.</translation>
    </message>
    <message>
        <source>Transaction %1, committed %2 UTC at %3</source>
        <translation>Transacción %1, confirmada el %2 UTC en %3</translation>
    </message>
    <message>
        <source>  It created, altered or dropped something (the system catalog was changed).</source>
        <translation>  Creó, modificó o eliminó algo (cambió el catálogo del sistema).</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Y %1 más.</translation>
    </message>
</context>
<context>
    <name>howdah::TypedLine</name>
    <message>
        <source>SQL on %1</source>
        <translation>SQL en %1</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
</context>
<context>
    <name>howdah::VerifyBackup</name>
    <message>
        <source>A cold copy is compared with its own checksums.</source>
        <translation>Una copia en frío se compara con sus propias sumas de verificación.</translation>
    </message>
    <message>
        <source>pg_verifybackup is in %1.</source>
        <translation>pg_verifybackup está en %1.</translation>
    </message>
    <message>
        <source>There is no pg_verifybackup in %1.</source>
        <translation>No hay ningún pg_verifybackup en %1.</translation>
    </message>
    <message>
        <source>Install the client programs of this PostgreSQL.</source>
        <translation>Instale los programas cliente de este PostgreSQL.</translation>
    </message>
    <message>
        <source>%1 may not write in %2, where the outcome goes on record.</source>
        <translation>%1 no puede escribir en %2, donde se registra el resultado.</translation>
    </message>
    <message>
        <source>Give it to %1.</source>
        <translation>Déselo a %1.</translation>
    </message>
    <message>
        <source>It is compared where it lies.</source>
        <translation>Se compara donde está.</translation>
    </message>
    <message>
        <source>%1 free; unpacked it may take %2.</source>
        <translation>%1 libres; descomprimida puede ocupar %2.</translation>
    </message>
    <message>
        <source>Make room: it is unpacked to be compared.</source>
        <translation>Libere espacio: se descomprime para compararla.</translation>
    </message>
    <message>
        <source>Make room to unpack it aside</source>
        <translation>Hacer sitio para descomprimirla aparte</translation>
    </message>
    <message>
        <source>Make the directory %1</source>
        <translation>Crear el directorio %1</translation>
    </message>
    <message>
        <source>Remove what was unpacked</source>
        <translation>Eliminar lo que se descomprimió</translation>
    </message>
    <message>
        <source>Compare every file with what is on record, and note the outcome</source>
        <translation>Comparar cada archivo con lo registrado y anotar el resultado</translation>
    </message>
    <message>
        <source>Verify every file of the backup</source>
        <translation>Verificar cada archivo de la copia de seguridad</translation>
    </message>
    <message>
        <source>Verify a backup</source>
        <translation>Verificar una copia de seguridad</translation>
    </message>
    <message>
        <source>Compares every file of a base backup with its manifest again, and notes the outcome.</source>
        <translation>Compara de nuevo cada archivo de una copia base con su manifiesto y anota el resultado.</translation>
    </message>
    <message>
        <source>It can be compared</source>
        <translation>Se puede comparar</translation>
    </message>
    <message>
        <source>pg_verifybackup of the server&apos;s own version does it.</source>
        <translation>Lo hace pg_verifybackup, de la propia versión del servidor.</translation>
    </message>
    <message>
        <source>Room for it</source>
        <translation>Espacio para ella</translation>
    </message>
    <message>
        <source>The outcome is written beside the backups.</source>
        <translation>El resultado se escribe junto a las copias de seguridad.</translation>
    </message>
    <message>
        <source>The backup %1 is read in full once; nothing in it is changed.</source>
        <translation>La copia de seguridad %1 se lee una vez por completo; no se cambia nada en ella.</translation>
    </message>
    <message>
        <source>Every file of %1 will be read and compared.</source>
        <translation>Se leerá y comparará cada archivo de %1.</translation>
    </message>
    <message>
        <source>Drill it: a backup is proven only by restoring it.</source>
        <translation>Haga un simulacro: una copia de seguridad solo queda comprobada al restaurarla.</translation>
    </message>
</context>
<context>
    <name>howdah::WalReading</name>
    <message>
        <source>There is no pg_waldump in %1 on %2, which reads the WAL.</source>
        <translation>No hay en %1, en %2, ningún pg_waldump, que lee el WAL.</translation>
    </message>
    <message>
        <source>Install it there: it comes with the server&apos;s own package, or with its contrib package.</source>
        <translation>Instálelo allí: viene con el paquete del propio servidor, o con su paquete contrib.</translation>
    </message>
    <message>
        <source>No temporary directory can be made on %1.</source>
        <translation>No se puede crear ningún directorio temporal en %1.</translation>
    </message>
    <message>
        <source>Segment %1 cannot be read: %2</source>
        <translation>El segmento %1 no se puede leer: %2</translation>
    </message>
    <message>
        <source>Segment %1 is cut off: its file is shorter than a segment.</source>
        <translation>El segmento %1 está cortado: su archivo es más corto que un segmento.</translation>
    </message>
    <message>
        <source>Segment %1 is missing.</source>
        <translation>Falta el segmento %1.</translation>
    </message>
    <message>
        <source>%1 segments are missing, the first is %2.</source>
        <translation>Segmentos que faltan: %1; el primero es %2.</translation>
    </message>
</context>
<context>
    <name>howdah::WaysOn</name>
    <message>
        <source>Resume looks once more at every step&apos;s result and closes the operation.</source>
        <translation>Reanudar mira una vez más el resultado de cada paso y cierra la operación.</translation>
    </message>
    <message>
        <source>Resume goes on with step %1, “%2”; what holds already is not run again.</source>
        <translation>Reanudar continúa con el paso %1, “%2”; lo que ya se cumple no se ejecuta de nuevo.</translation>
    </message>
    <message>
        <source>Undo takes back, in reverse, every step that was begun, and leaves the cluster as it was.</source>
        <translation>Deshacer revierte, en orden inverso, cada paso que se empezó, y deja el clúster como estaba.</translation>
    </message>
    <message>
        <source>“%1” is a point of no return and was begun: it can be resumed, not undone.</source>
        <translation>“%1” es un punto sin retorno y se empezó: se puede reanudar, no deshacer.</translation>
    </message>
</context>
<context>
    <name>howdah::WorkloadProcess</name>
    <message>
        <source>The workload is run by &quot;howdahctl&quot;, which is not in %1.</source>
        <translation>La carga de trabajo la ejecuta &quot;howdahctl&quot;, que no está en %1.</translation>
    </message>
    <message>
        <source>Build or install it there, or create the lab without a workload.</source>
        <translation>Compílelo o instálelo allí, o cree el laboratorio sin carga de trabajo.</translation>
    </message>
</context>
<context>
    <name>howdah::YamlReader</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, línea %2: %3</translation>
    </message>
    <message>
        <source>The format is described in the README beside the exercises that come with Howdah.</source>
        <translation>El formato se describe en el README que está junto a los ejercicios de Howdah.</translation>
    </message>
    <message>
        <source>A mapping (key: value) is expected here.</source>
        <translation>Aquí se espera una correspondencia (clave: valor).</translation>
    </message>
    <message>
        <source>“%1” is not known here. Known: %2.</source>
        <translation>“%1” no se conoce aquí. Se conocen: %2.</translation>
    </message>
    <message>
        <source>A text is expected here.</source>
        <translation>Aquí se espera un texto.</translation>
    </message>
    <message>
        <source>“%1” is missing or empty.</source>
        <translation>“%1” falta o está vacío.</translation>
    </message>
    <message>
        <source>“%1” is a number, 0 or more.</source>
        <translation>“%1” es un número, 0 o más.</translation>
    </message>
    <message>
        <source>“%1” is true or false.</source>
        <translation>“%1” es true o false.</translation>
    </message>
    <message>
        <source>“%1” is a list (lines that begin with “- ”).</source>
        <translation>“%1” es una lista (líneas que empiezan por “- ”).</translation>
    </message>
</context>
</TS>
