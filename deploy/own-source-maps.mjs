// Stack traces name our sources, without the maps of all packages in memory: those cost a service 30 MB
// (--enable-source-maps would load them). Given to node by --import, because main's imports are loaded before it runs.
import { setSourceMapsSupport } from 'node:module';

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
