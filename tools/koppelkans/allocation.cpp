// What mimalloc, which is written in C, cannot do: throw std::bad_alloc. Its own `operator new`
// ends the process where there is no memory. These ask its malloc; `operator delete` and what does
// not throw stay its own.

#include <cstdlib>
#include <new>

namespace {

void* checked(void* memory) {
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    return memory;
}

/// aligned_alloc wants a whole number of alignments.
void* aligned(std::size_t bytes, std::align_val_t alignment) {
    const auto step = static_cast<std::size_t>(alignment);
    return checked(std::aligned_alloc(step, (bytes + step - 1) / step * step));
}

}  // namespace

void* operator new(std::size_t bytes) {
    return checked(std::malloc(bytes == 0 ? 1 : bytes));
}

void* operator new[](std::size_t bytes) {
    return checked(std::malloc(bytes == 0 ? 1 : bytes));
}

void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return aligned(bytes, alignment);
}

void* operator new[](std::size_t bytes, std::align_val_t alignment) {
    return aligned(bytes, alignment);
}
