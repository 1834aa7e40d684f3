# Which hypervisor this virtual machine runs on, by what that has written into its firmware; $null on hardware.
## Makers and models: systemd-detect-virt (freedesktop.org/software/systemd/man/latest/systemd-detect-virt.html, and its table of DMI vendors), the "hypervisor" facts of Puppet's Facter. Amazon's instances on hardware have models that end with 'metal'.
## HypervisorPresent tells nothing: it is true on a computer that itself has Hyper-V or virtualization-based security.
function Read-ComputerHypervisor {
    $is = Get-ComputerModel
    switch -Regex ("$($is.Manufacturer)|$($is.Model)") {
        '^Microsoft Corporation\|Virtual Machine\z' { return 'hyper_v' }
        '^VMware|\|VMware' { return 'vmware' }
        '^innotek|\|VirtualBox' { return 'virtualbox' }
        '^Xen\||\|HVM domU' { return 'xen' }
        '^Parallels' { return 'parallels' }
        '^(QEMU|KVM|Red Hat|oVirt|Nutanix|OpenStack Foundation|KubeVirt)\||^Google\|Google Compute Engine|^Amazon EC2\|(?!.*metal)|\|(KVM|OpenStack Compute|OpenStack Nova)\z' { return 'kvm' }
        '^(BHYVE|Bochs|Apple Inc\.\|Apple Virtualization)' { return 'other' }
    }
}
