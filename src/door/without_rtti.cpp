// SPDX-License-Identifier: EUPL-1.2
// The library's own types are compiled with RTTI and drag in the machinery of dynamic_cast and of catching, 2 kB of wasm, by the vtables of their
// type_info. Nothing here casts dynamically or catches: empty tables do.
#ifdef __EMSCRIPTEN__
extern "C" {
extern const void* const _ZTVN10__cxxabiv117__class_type_infoE[16];
extern const void* const _ZTVN10__cxxabiv120__si_class_type_infoE[16];
extern const void* const _ZTVN10__cxxabiv121__vmi_class_type_infoE[16];
const void* const _ZTVN10__cxxabiv117__class_type_infoE[16] = {};
const void* const _ZTVN10__cxxabiv120__si_class_type_infoE[16] = {};
const void* const _ZTVN10__cxxabiv121__vmi_class_type_infoE[16] = {};
}
#endif
