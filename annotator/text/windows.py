"""Bounds for this process on Windows: a job object that holds its memory, its time and forbids child processes."""

import ctypes
import sys

if sys.platform == "win32":

    def bind(memory: int, seconds: int) -> None:
        """Bind this process to bytes of memory and seconds of processor time, for good."""

        class Basic(ctypes.Structure):
            _fields_ = (
                ("PerProcessUserTimeLimit", ctypes.c_int64),
                ("PerJobUserTimeLimit", ctypes.c_int64),
                ("LimitFlags", ctypes.c_uint32),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", ctypes.c_uint32),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", ctypes.c_uint32),
                ("SchedulingClass", ctypes.c_uint32),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("Basic", Basic),
                ("IoInfo", ctypes.c_uint64 * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            )

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        bounds = Extended()
        bounds.Basic.LimitFlags = 0x100 | 0x8 | 0x2  # process memory, active processes, process time
        bounds.Basic.ActiveProcessLimit = 1
        bounds.Basic.PerProcessUserTimeLimit = seconds * 10_000_000
        bounds.ProcessMemoryLimit = memory
        kernel.SetInformationJobObject(job, 9, ctypes.byref(bounds), ctypes.sizeof(bounds))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
